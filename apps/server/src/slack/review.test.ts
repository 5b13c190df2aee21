import type { Config, SloConfig } from '@sekisho/config';
import { standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { expect, test } from 'vitest';
import { type Bench, startBench, useBenches } from './test/bench.ts';
import { testConfig } from './test/config.ts';
import { carryOutAll, openCore, useCores } from './test/open-core.ts';

useBenches();
useCores();

const slo: SloConfig = {
  ...{ id: 'checkout-availability', displayName: null, description: null, service: 'checkout' },
  indicator: { kind: 'measured', source: 'metrics', query: {} },
  ...{ method: { kind: 'occurrences' }, window: { kind: 'rolling', minutes: 43_200 } },
  ...{ missing: 'exclude', target: 0.999, shadow: false },
  alerts: { ...usualPolicy, tiers: standardTiers(43_200) },
  place: { file: 'services/checkout.yaml', line: 1 },
};
const config: Config = {
  ...testConfig,
  services: { checkout: { name: 'checkout', displayName: null, owners: ['person:engineer'] } },
  slos: [slo],
  review: { timeZone: 'Asia/Tokyo', channel: 'C0SRE' },
};

// By the eyes of somebody who says nothing there, so that no answer is among them.
const inReviews = (bench: Bench) => bench.messages('U0SRE2', 'C0SRE', () => true);

test('the review of a month is one card in the channel for reviews, which follows what is decided in Slack', async () => {
  const core = await openCore(config);
  const bench = await startBench({ alone: true, house: core.house, config });
  const door = bench.makeDoor(core.call);
  await door.start();
  const carryOut = async () => expect(await carryOutAll(core, door)).toEqual([]);
  await bench.command('U0SRE', '/sekisho slo レビュー開始 --month 2026-01');
  await bench.told('U0SRE', /✓ 月次レビューを開始/);
  await carryOut();
  const [card] = await inReviews(bench);
  expect(card?.text).toMatch(/SLO 月次レビュー · 2026-01 · レビュー中 · 0\/1/);
  await bench.command(
    'U0ENG',
    '/sekisho slo review-decide checkout-availability --month 2026-01 目標は変えない',
  );
  await bench.told('U0ENG', /✓ 決定を記録 · checkout-availability/);
  await carryOut();
  const all = await inReviews(bench);
  expect(all).toHaveLength(1);
  expect(all[0]?.text).toMatch(/レビュー済み · 1\/1/);
  expect(JSON.stringify(all[0])).toContain('目標は変えない — 鈴木 太郎');
  expect(await bench.messages('U0GUEST', 'C0OPS', () => true)).toEqual([]);
  await bench.command('U0SRE2', '/sekisho slo review --month 2026-01');
  await bench.told('U0SRE2', /SLO review · 2026-01 · reviewed · 1\/1/);
  await door.stop();
  await core.house.database.close();
}, 60_000);
