import type { Config, MembershipConfig } from '@sekisho/config';
import { expect, test } from 'vitest';
import { createSlackGroups } from './groups/slack-groups.ts';
import { startBench, useBenches } from './test/bench.ts';
import { testConfig } from './test/config.ts';
import { carryOutAll, openCore, useCores } from './test/open-core.ts';
import { blockWith } from './test/people.ts';

useBenches();
useCores();

const team: MembershipConfig = {
  ...{ team: 'sre', name: { en: 'SRE team', ja: 'SRE チーム' }, group: 'sre', role: 'sre' },
  ...{ defaultSeconds: 90 * 86_400, maximumSeconds: 180 * 86_400, permissionSets: [] },
  ...{ slackUserGroups: ['S0SRE'], shadowsOnCall: true },
  checklist: [
    { id: 'runbooks', title: { en: 'Read the runbooks', ja: '手順書を読む' }, link: null },
    { id: 'server', title: { en: 'Borrow a server', ja: '作業サーバーを借りる' }, link: null },
  ],
};

const policy: Config['policies'][number] = {
  ...{ id: 'join', who: ['everyone'], what: ['membership'], where: ['sre'], effect: 'allow' },
  ...{ condition: null, budgets: [], permissionSets: null, purposes: null, maximumSeconds: null },
  ...{ breakGlass: [], breakGlassStepUp: null, approval: { count: 1, from: ['role:sre'] } },
};

/** The house on practice Slack, whose user groups it changes, and the engine turned by hand. */
async function openScene() {
  const groups: { current: ReturnType<typeof createSlackGroups> | null } = { current: null };
  const needed = () => groups.current ?? Promise.reject(new Error('there is no chat yet'));
  const core = await openCore(
    { ...testConfig, memberships: [team], policies: [policy] },
    {
      chatGroups: {
        members: async (...place) => (await needed()).members(...place),
        setMember: async (...place) => (await needed()).setMember(...place),
      },
    },
  );
  const bench = await startBench({ alone: true, house: core.house });
  const { botToken, apiUrl: slackApiUrl } = bench.slack;
  groups.current = createSlackGroups({ botToken, slackApiUrl });
  const door = bench.makeDoor(core.call);
  await door.start();
  const turn = async () => {
    await core.reconcile();
    expect(await carryOutAll(core, door)).toEqual([]);
  };
  const members = async () => (await needed()).members('T0PRACTICE', 'S0SRE');
  const inGroup = (user: string, wanted: boolean) =>
    bench.until(
      async () => {
        await turn();
        return (await members()).includes(user);
      },
      (isIn) => isIn === wanted,
    );
  return { bench, core, door, turn, inGroup, members };
}

const shown = (value: unknown) => JSON.stringify(value);

test('somebody joins a team from Slack for a term, ticks things off at home, and leaves', async () => {
  const { bench, core, door, turn, inGroup, members } = await openScene();
  await bench.command('U0ENG', '/ops 参加');
  const form = await bench.form('U0ENG', (view) => /S0SRE/.test(shown(view)));
  expect(shown(form)).toMatch(/90 日\(約 3 か月\) · .*〜.*最長 180 日.*人の承認が必要/);
  expect(shown(form)).toContain('オンコールの見学');
  const values = { team: 'sre', for: '60日', reason: '四半期の交流' };
  await bench.person('view/submit', { user: 'U0ENG', viewId: form.id, values });
  await bench.told('U0ENG', /依頼しました/);
  await turn();
  expect(await members()).not.toContain('U0ENG');

  const question = await bench.told('U0SRE2', /lease\.approve/);
  expect(shown(question)).toMatch(
    /60 d \(about 2 months\).*at most 180 d \(about 6 months\) with extensions.*the Slack user group S0SRE/,
  );
  await bench.press('U0SRE2', question.channel, question, 'lease.approve');
  await bench.told('U0SRE2', /✓ Approve/);
  await inGroup('U0ENG', true);
  expect(await members()).toHaveLength(3);

  await bench.person('home/open', { user: 'U0ENG' });
  const home = async (pattern: RegExp) => {
    const answer = await bench.until(
      async () => {
        await turn();
        return bench.look('home?user=U0ENG');
      },
      (found) => pattern.test(shown(found)),
    );
    return answer['view'] as { id: string; blocks: Record<string, unknown>[] };
  };
  const before = await home(/2 件中 0 件完了/);
  const actionId = /membership\.check mem-\w+ 0/.exec(shown(before))?.[0] ?? '';
  const tick = { viewId: before.id, blockId: blockWith(before, actionId), actionId };
  await bench.person('view/action', { user: 'U0ENG', ...tick, value: ['server'] });
  await home(/2 件中 1 件完了/);

  await bench.command('U0ENG', '/ops 参加 離脱');
  await inGroup('U0ENG', false);
  expect(await members()).toEqual(['U0SRE', 'U0SRE2']);
  await door.stop();
  await core.house.database.close();
});
