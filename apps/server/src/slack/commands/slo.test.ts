import { expect, it } from 'vitest';
import { planCommand } from './plan.ts';

const plan = (text: string) => planCommand('/sekisho', text, ['staging']);

it.each([
  [
    'slo propose checkout --target 99.5 --from 2026-12-01 what the third party promises',
    'slo.propose',
    { id: 'checkout', target: '99.5', from: '2026-12-01', reason: 'what the third party promises' },
  ],
  ['slo 同意 tgt-7k3f9q2m', 'slo.accept', { id: 'tgt-7k3f9q2m' }],
  [
    'slo decline tgt-7k3f9q2m too early',
    'slo.decline',
    { id: 'tgt-7k3f9q2m', reason: 'too early' },
  ],
  [
    'slo correct a b —from “2026-11-21 02:00” —to 3:00 database move',
    'slo.correct',
    { slos: ['a', 'b'], from: '2026-11-21 02:00', to: '3:00', reason: 'database move' },
  ],
  [
    'slo correct --service checkout --rule FREQ=DAILY --start 2026-11-22T02:00 --for 1h --time-zone Asia/Tokyo nightly',
    'slo.correct',
    {
      ...{ service: 'checkout', rule: 'FREQ=DAILY', start: '2026-11-22T02:00', for: '1h' },
      ...{ timeZone: 'Asia/Tokyo', reason: 'nightly' },
    },
  ],
  [
    'slo uncorrect cor-7k3f9q2m --entirely it was not that',
    'slo.uncorrect',
    { id: 'cor-7k3f9q2m', entirely: true, reason: 'it was not that' },
  ],
  ['slo proposals', 'slo.proposals', {}],
] as const)('/sekisho %s', (text, verb, input) => {
  expect(plan(text)).toEqual({ do: 'verb', verb, input });
});

it('lists how promises stand when nothing more is said, and one by its name or its service', () => {
  const names = { slos: ['shop-availability'], services: ['shop'] };
  const of = (text: string) => planCommand('/sekisho', text, ['staging'], names);
  expect(of('slo')).toEqual({ do: 'verb', verb: 'slo.list', input: {} });
  expect(of('slo Shop-Availability')).toMatchObject({ input: { id: 'shop-availability' } });
  expect(of('slo shop')).toEqual({ do: 'verb', verb: 'slo.list', input: { service: 'shop' } });
  expect(of('slo 詳細 shop-availability')).toMatchObject({ verb: 'slo.show' });
  expect(of('slo burn shop-availability')).toMatchObject({ verb: 'slo.burn' });
  expect(of('slo pages --open')).toMatchObject({ verb: 'slo.pages', input: { open: true } });
  expect(of('slo ヘルプ')).toEqual({ do: 'help' });
  expect(of('slo shops')).toEqual({ do: 'unknown', word: 'shops' });
});

it('opens the form for what is left out, and keeps what was said', () => {
  const initial = { id: 'checkout', target: '99.5' };
  expect(plan('slo propose checkout --target 99.5')).toEqual({
    ...{ do: 'form', verb: 'slo.propose', initial },
  });
  expect(plan('slo decline tgt-7k3f9q2m')).toMatchObject({ do: 'form', verb: 'slo.decline' });
});

it('says which word it does not know', () => {
  expect(plan('slo dance')).toEqual({ do: 'unknown', word: 'dance' });
});
