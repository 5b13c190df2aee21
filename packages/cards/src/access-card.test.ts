import type { AccessLease } from '@sekisho/contract';
import { leaseStates } from '@sekisho/contract/states';
import { expect, test } from 'vitest';
import { access, active, english, japanese } from '../test/samples.ts';
import {
  approvalCard,
  leaseCard,
  reminderCard,
  toBlocks,
  toHtml,
  toTerminal,
  whoHasWhatCard,
} from './index.ts';

const plain = { colour: false, width: 100 };
const asked: AccessLease = { ...access, state: 'requested', deadline: null, approvals: [] };

test('the card of access tells what is lent where, how to use it, and how long sessions outlive it', () => {
  expect(toTerminal(leaseCard(access, english), plain)).toBe(
    [
      '▌ ● active   AWS access   production   ReadOnly [PRODUCTION]',
      '▌ Taro Suzuki',
      '▌ “look at the slow query”',
      '▌ ····██████████──────────┃ in 42 min · 14:42 JST · at most until 15:30 JST',
      '▌ acc-7k3f9q2m · shop-production 333333333333 · taro',
      '▌ approved by Hanako Sato',
      '▌ Sign in to AWS  https://d-0123456789.awsapps.com/start/#/console?account_id=333333333333',
      '▌ Sessions that are open when it ends live on for at most 8 h.',
      '▌ Extend  sekisho access extend acc-7k3f9q2m --by 30m',
      '▌ Return  sekisho access return acc-7k3f9q2m',
    ].join('\n'),
  );
});

test('whoever is asked to agree reads the set, the account and the bound of live sessions', () => {
  const text = toTerminal(approvalCard(asked, { ...japanese, you: 'sre2' }), plain);
  expect(text).toContain('鈴木 太郎 からの依頼   AWS アクセス   production   ReadOnly');
  expect(text).toContain('shop-production 333333333333');
  expect(text).toContain('セッションは、最長で 8 時間残ります');
  expect(text).not.toContain('awsapps');
});

test('a reminder of access offers its own extension and return', () => {
  const { actions } = reminderCard(access, { ...english, you: 'engineer' });
  expect(actions.map(({ id }) => id)).toEqual(['access.extend', 'access.return']);
});

test('the list names the set beside the environment, among servers', () => {
  const text = toTerminal(whoHasWhatCard([active, access], english), { ...plain, width: 200 });
  expect(text).toContain('production · ReadOnly · Taro Suzuki · in 42 min');
  expect(text).toContain('production · Taro Suzuki · in 42 min');
});

test('the portal is a link in chat and on pages while the access is there, and only then', () => {
  const portal =
    '<https://d-0123456789.awsapps.com/start/#/console?account_id=333333333333|Sign in';
  const shown = (card: Parameters<typeof toBlocks>[0]) => JSON.stringify(toBlocks(card));
  expect(shown(leaseCard(access, english))).toContain(portal);
  expect(toHtml(leaseCard(access, english))).toContain('href="https://d-0123456789.awsapps.com');
  expect(shown(leaseCard({ ...access, state: 'ended' }, english))).not.toContain('awsapps');
});

test('says by which group it is lent, and has a sentence for every state in both languages', () => {
  const grouped = { ...access, group: 'shop-admins', portalUrl: null };
  expect(toTerminal(leaseCard(grouped, english), plain)).toContain('by membership of shop-admins');
  for (const state of leaseStates) {
    for (const options of [english, japanese]) {
      const text = toTerminal(leaseCard({ ...grouped, state }, options), plain);
      expect(text).not.toMatch(/undefined|NaN|null|Invalid/);
    }
  }
});

test.each([
  ['active', 'end', 'are ended with it, within minutes'],
  ['ended', 'ended', 'Sessions that were open have been ended.'],
  ['ended', 'stand', 'the access stands beside this lease'],
  ['ended', 'no-room', 'live on, for at most 8 h after the end'],
] as const)('the card of a lease that is %s says what becomes of its sessions: %s', (...told) => {
  const [state, liveSessions, said] = told;
  const text = toTerminal(leaseCard({ ...access, state, liveSessions }, english), plain);
  expect(text).toContain(said);
  expect(text).not.toContain('live on for at most');
});
