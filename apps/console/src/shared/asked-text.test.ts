import { uiOf } from '@sekisho/words';
import { expect, it } from 'vitest';
import { askedText } from './asked-text.ts';

const say = { t: uiOf('en'), exact: (iso: string) => iso.slice(11, 16) };

it('says that a lease begins only when it does not wait for a yes or for its start', () => {
  const startsAt = '2026-11-24T09:00:00.000Z';
  expect(askedText({ state: 'requested', startsAt }, say)).toMatch(/^Asked/);
  expect(askedText({ state: 'approved', startsAt }, say)).toBe('It starts at 09:00.');
  expect(askedText({ state: 'approved', startsAt: null }, say)).toBe('It is being started.');
});
