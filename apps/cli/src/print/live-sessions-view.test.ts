import type { LiveSessions } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { liveSessionsText } from './live-sessions-view.ts';
import type { Style } from './style.ts';

const sessions: LiveSessions = {
  state: 'approved',
  settings: {
    ...{ roleArn: 'arn:aws:iam::444444444444:role/sessions', policy: 'sekisho-live-sessions' },
    accounts: [{ account: '222222222222', accountName: 'staging' }],
    statement: '{"Effect":"Deny"}',
  },
  hash: 'f'.repeat(64),
  ...{ proposedBy: 'sre', proposedAt: '2026-05-01T08:00:00Z', revokedBy: null },
  ...{ approvedBy: 'admin2', approvedAt: '2026-05-01T08:05:00Z', management: '444444444444' },
  accounts: [
    {
      ...{
        account: '222222222222',
        accountName: 'staging',
        size: 351,
        limit: 5120,
        trouble: 'NoFreePolicySlot',
      },
      ends: [
        {
          ...{ lease: 'acc-7k3f9q2m', person: 'engineer', permissionSet: 'ReadOnly' },
          ...{ issuedBefore: '2026-05-01T09:00:00Z', until: '2026-05-01T17:05:00Z' },
          ...{ fate: 'no-room' as const, trouble: null },
        },
      ],
    },
  ],
};

const style = (language: 'en' | 'ja'): Style => ({
  ...{ language, timeZone: 'UTC', now: new Date('2026-05-01T10:00:00Z'), width: 140 },
  ...{ glyphs: true, coloured: false, paint: (text) => text },
});

it('tells what was agreed to by whom, how full each policy is, and whose sessions live on until when', () => {
  const text = liveSessionsText(sessions, style('en'));
  expect(text).toContain('Approved: sessions end with their lease, within minutes.');
  expect(text).toContain(`hash: ${'f'.repeat(64)}`);
  expect(text).toMatch(/approved: admin2 · .*08:05/);
  expect(text).toContain('staging 222222222222 · 351 / 5120 · no free policy slot');
  expect(text).toMatch(
    /engineer +ReadOnly +acc-7k3f9q2m .*09:00.* .*17:05.* live on: the policy is full/,
  );
  expect(liveSessionsText(sessions, style('ja'))).toContain('継続中: ポリシーに空きなし');
});

it('says one sentence while it is off', () => {
  const nobody = { management: null, proposedBy: null, approvedBy: null };
  const off: LiveSessions = { ...sessions, ...nobody, state: 'off', settings: null, hash: null };
  const text = liveSessionsText({ ...off, accounts: [] }, style('en'));
  expect(text.trim().split('\n')).toHaveLength(1);
});
