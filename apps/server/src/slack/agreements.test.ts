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
};

async function start() {
  const core = await openCore(config);
  const bench = await startBench({ alone: true, house: core.house, config });
  const door = bench.makeDoor(core.call);
  await door.start();
  const carryOut = async () => expect(await carryOutAll(core, door)).toEqual([]);
  const stop = async () => {
    await door.stop();
    await core.house.database.close();
  };
  return { bench, carryOut, stop };
}

// By the eyes of somebody who says nothing there, so that no answer is among them.
const inChannel = (bench: Bench) => bench.messages('U0GUEST', 'C0OPS', () => true);

test('a target is proposed and agreed in Slack, each in their language, on one card that follows', async () => {
  const { bench, carryOut, stop } = await start();
  await bench.command(
    'U0ENG',
    '/sekisho slo 提案 checkout-availability --target 99.5 決済会社の約束に合わせる',
  );
  await bench.told('U0ENG', /✓ 目標を提案.*同意待ち/);
  await carryOut();
  const [card] = await inChannel(bench);
  expect(card?.text).toMatch(/同意待ち · 目標 99\.9% → 99\.5% · checkout-availability/);
  const question = await bench.told('U0SRE2', /slo\.accept/);
  expect(JSON.stringify(question)).toMatch(/needs SRE \(Hanako Sato, Ken Watanabe\)/);
  await bench.press('U0SRE2', question.channel, question, 'slo.accept');
  await bench.told('U0SRE2', /✓ Accept/);
  await carryOut();
  const all = await inChannel(bench);
  expect(all).toHaveLength(1);
  expect(all[0]?.text).toMatch(/合意済み/);
  expect(JSON.stringify(all[0])).not.toMatch(/slo\.accept/);
  const answered = await bench.told('U0SRE2', /agreed by Taro Suzuki \(owner of the service\)/);
  expect(answered.ts).toBe(question.ts);
  expect(JSON.stringify(answered)).not.toMatch(/slo\.accept/);
  await bench.told('U0ENG', /渡辺 健 が同意し、.*有効になります/);
  await bench.command('U0SRE2', '/sekisho slo proposals');
  await bench.told('U0SRE2', /checkout-availability · 99\.(5|9)%/);
  await stop();
}, 60_000);

test('a correction is declined with a reason in a form, and refused to its own author', async () => {
  const { bench, carryOut, stop } = await start();
  const span = '--from "3h ago" --to "2h ago"';
  await bench.command('U0SRE', `/sekisho slo 補正 checkout-availability ${span} データベース移行`);
  await bench.told('U0SRE', /✓ 補正を依頼/);
  await carryOut();
  const [card] = await inChannel(bench);
  if (card === undefined) throw new Error('no card');
  await bench.press('U0SRE', 'C0OPS', card, 'slo.accept');
  await bench.told('U0SRE', /一人で二度は同意できません/);
  const question = await bench.told('U0ENG', /slo\.decline/);
  await bench.press('U0ENG', question.channel, question, 'slo.decline');
  const form = await bench.form('U0ENG', (view) => /slo\.decline/.test(JSON.stringify(view)));
  const values = { reason: '移行は影響していません' };
  await bench.person('view/submit', { user: 'U0ENG', viewId: form.id, values });
  await bench.told('U0ENG', /✓ 却下/);
  await carryOut();
  await bench.told('U0SRE', /却下されました。理由:「移行は影響していません」/);
  const shown = JSON.stringify(await inChannel(bench));
  expect(shown).toMatch(/却下/);
  expect(shown).not.toMatch(/slo\.accept/);
  await stop();
}, 60_000);
