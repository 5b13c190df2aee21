import type { MembershipLease } from '@sekisho/contract';
import { leaseStates } from '@sekisho/contract/states';
import { expect, test } from 'vitest';
import { access, english, japanese, membership } from '../test/samples.ts';
import {
  approvalCard,
  leaseActions,
  leaseCard,
  reminderCard,
  toBlocks,
  toTerminal,
  whoHasWhatCard,
} from './index.ts';

const plain = { colour: false, width: 120 };
const asked: MembershipLease = {
  ...membership,
  ...{ state: 'requested', readyAt: null, deadline: null, hardMaximum: null, approvals: [] },
  permissionSets: membership.permissionSets.map((set) => ({ ...set, state: 'requested' })),
};

test('whoever is asked reads the term with both its days and everything that goes with it', () => {
  const text = toTerminal(approvalCard(asked, { ...english, you: 'sre' }), plain);
  expect(text.split('\n').slice(0, 14)).toMatchInlineSnapshot(`
    [
      "▌ ○ Taro Suzuki asks for   membership   SRE team [PRODUCTION]",
      "▌ Taro Suzuki",
      "▌ “an exchange for a quarter”",
      "▌ 90 d (about 3 months) · Nov 21 – Feb 19, 2027 · at most 180 d (about 6 months) with extensions · asked now",
      "▌ mem-7k3f9q2m · the group sre of the roster, and whatever its rules allow · the role SRE · the Slack user group S0SRE ·",
      "▌ shadowing on call: you are told whatever pages, and are not on call",
      "▌ needs 1 of role admin (Hanako Sato)",
      "▌ ▌○ ReadOnly on production 333333333333",
      "▌  ○ PowerUserAccess on staging 222222222222",
      "▌ 3 first things to do",
      "▌ Should Sekisho be down when it ends: AWS access ends by itself at the hard maximum, the Slack user group once Sekisho",
      "▌ is back. The place in the team exists in Sekisho alone.",
      "▌ Approve  sekisho lease approve mem-7k3f9q2m",
      "▌ Deny     sekisho lease deny mem-7k3f9q2m --reason "…"",
    ]
  `);
});

test('the same is read in Japanese', () => {
  const text = toTerminal(approvalCard(asked, { ...japanese, you: 'sre' }), plain);
  expect(text.split('\n').slice(0, 14)).toMatchInlineSnapshot(`
    [
      "▌ ○ 鈴木 太郎 からの依頼   チームへの参加   SRE チーム 【本番】",
      "▌ 鈴木 太郎",
      "▌ 「an exchange for a quarter」",
      "▌ 90 日(約 3 か月) · 11/21〜2027/2/19 · 延長を含めて最長 180 日(約 6 か月) · 依頼したばかり",
      "▌ mem-7k3f9q2m · 名簿のグループ sre(そのグループに許可されていることすべて) · 役割「SRE」 · Slack のユーザーグループ",
      "▌ S0SRE · オンコールの見学(呼び出しの通知を受け取りますが、担当にはなりません)",
      "▌ 権限「管理者」(佐藤 花子)のうち 1 人の承認が必要",
      "▌ ▌○ production 333333333333 の ReadOnly",
      "▌  ○ staging 222222222222 の PowerUserAccess",
      "▌ 最初にやること 3 件",
      "▌ 終了時に Sekisho が止まっていた場合、AWS の権限は最長期限に自動で終わり、Slack のユーザーグループは復旧後に外れます。",
      "▌ チームの所属は Sekisho の中だけのものです。",
      "▌ 承認  sekisho lease approve mem-7k3f9q2m",
      "▌ 却下  sekisho lease deny mem-7k3f9q2m --reason "…"",
    ]
  `);
});

test('a member sees how long is left, what remains to do, and which access did not come', () => {
  const [first, second] = membership.permissionSets;
  const sets = [
    first,
    { ...second, state: 'granting' as const },
  ] as typeof membership.permissionSets;
  const text = toTerminal(leaseCard({ ...membership, permissionSets: sets }, english), plain);
  expect(text).toContain('in 80 d · 90 d (about 3 months) · Nov 11 – Feb 9, 2027');
  expect(text).toContain('1 of 3 done');
  expect(text).toContain('Review a plan');
  expect(text).not.toContain('Read the runbooks');
  expect(text).toContain('PowerUserAccess on staging 222222222222 · starting');
});

test('a term that can go no further is to be handed over', () => {
  const you = { ...english, you: 'engineer' };
  expect(reminderCard(membership, you).actions.map(({ id }) => id)).toEqual([
    'membership.extend',
    'membership.return',
  ]);
  const last = { ...membership, hardMaximum: membership.deadline };
  expect(toTerminal(reminderCard(last, you), plain)).toContain('hand over what you work on');
  expect(toTerminal(reminderCard(last, japanese), plain)).toContain('引き継いでください');
});

test('what goes with a membership has no buttons of its own', () => {
  const part = { ...access, holder: 'engineer', partOf: membership.id };
  const you = { ...english, you: 'engineer' };
  expect(leaseActions({ ...access, holder: 'engineer' }, you)).not.toEqual([]);
  expect(leaseActions(part, you)).toEqual([]);
});

test('the list names the team, and every state has a sentence in both languages', () => {
  expect(toTerminal(whoHasWhatCard([membership], japanese), plain)).toContain('SRE チーム');
  for (const state of leaseStates) {
    for (const options of [english, japanese]) {
      const text = toTerminal(leaseCard({ ...membership, state }, options), plain);
      expect(text).not.toMatch(/undefined|NaN|null|Invalid/);
    }
  }
});

test('a membership of many sets stays within a message of Slack', () => {
  const [set] = membership.permissionSets;
  const sets = Array.from({ length: 20 }, () => set) as typeof membership.permissionSets;
  const blocks = toBlocks(leaseCard({ ...membership, permissionSets: sets }, english));
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(blocks)).toContain('and 8 more');
});
