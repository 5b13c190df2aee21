import type { Config } from '@sekisho/config';
import { expect, test } from 'vitest';
import { startBench, useBenches } from './test/bench.ts';
import { testConfig } from './test/config.ts';
import { carryOutAll, openCore, useCores } from './test/open-core.ts';

useBenches();
useCores();

const policy = {
  ...{ id: 'all', who: ['everyone'], what: ['ops-server'], where: ['*'], effect: 'allow' },
  ...{
    condition: null,
    budgets: [],
    permissionSets: null,
    purposes: null,
    maximumSeconds: null,
    ...{ breakGlass: [], breakGlassStepUp: null },
  },
  approval: { count: 1, from: ['role:sre'] },
} as const satisfies Config['policies'][number];

test('the house itself understands what the door says, and its orders are carried out', async () => {
  const core = await openCore({ ...testConfig, policies: [policy] });
  const bench = await startBench({ alone: true, house: core.house });
  const door = bench.makeDoor(core.call);
  await door.start();
  const failures: unknown[] = [];
  const carryOut = async () => void failures.push(...(await carryOutAll(core, door)));
  await bench.command('U0SRE2', '/ops');
  await bench.form('U0SRE2', (view) => /needs 1 of role SRE/.test(JSON.stringify(view)));
  await bench.command('U0ENG', `/ops 開始 production 1時間 ${'長'.repeat(1001)}`);
  await bench.told('U0ENG', /「理由」が長すぎます/);
  await bench.command('U0ENG', '/ops 開始 production 1時間 遅いクエリの調査');
  await bench.told('U0ENG', /依頼しました/);
  await carryOut();
  const question = await bench.told('U0SRE2', /lease\.approve/);
  expect(question.text).toMatch(/Taro Suzuki asks for the ops server in production for 1h/);
  await bench.press('U0SRE2', question.channel, question, 'lease.approve');
  await bench.told('U0SRE2', /✓ Approve/);
  await carryOut();
  const all = await bench.messages('U0SRE', 'C0OPS', () => true);
  expect(all.map(({ text }) => text)).toEqual([
    expect.stringMatching(/承認済み.*承認者 渡辺 健/),
    expect.stringMatching(/<@U0SRE> <@U0SRE2> 鈴木 太郎 が production/),
    expect.stringMatching(/<@U0ENG> .*渡辺 健 に承認されました/),
  ]);
  await bench.command('U0SRE2', '/ops list');
  await bench.told('U0SRE2', /who has what/);
  expect(failures).toEqual([]);
  await door.stop();
  await core.house.database.close();
});
