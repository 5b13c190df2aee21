import type { CiLease } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { english, job } from '../test/samples.ts';
import { leaseCard, toTerminal } from './index.ts';

const plain = { colour: false, width: 80 };
const drains: CiLease = {
  ...job,
  state: 'revoking',
  ending: 'deadline',
  step: 'writing-policies',
  deadline: '2026-11-21T04:59:00Z',
  worksUntil: '2026-11-21T05:30:00Z',
};
const textOf = (lease: CiLease, options = english) => toTerminal(leaseCard(lease, options), plain);

it('the card of a job that drains says until when, and lets those end it who may', () => {
  const text = textOf(drains);
  expect(text).toContain('works until 14:30 JST at the latest');
  expect(text).toContain('sekisho ci stop ci-7k3f9q2m');
  expect(text).not.toContain('changing the role');
  expect(textOf(drains, { ...english, you: 'sre' })).toContain('ci stop');
  expect(textOf(drains, { ...english, you: 'support' })).not.toContain('ci stop');
});

it('once it is stopped, or has drained, the card offers and promises nothing more', () => {
  const stopped = textOf({ ...drains, ending: 'stopped-by-sre' });
  expect(stopped).not.toContain('works until');
  expect(stopped).not.toContain('ci stop');
  expect(textOf({ ...drains, worksUntil: '2026-11-21T04:59:30Z' })).not.toContain('ci stop');
});
