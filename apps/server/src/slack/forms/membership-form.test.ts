import type { JoinableTeam } from '@sekisho/contract';
import { expect, test } from 'vitest';
import { membershipForm } from './membership-form.ts';

const day = 86_400;
const team: JoinableTeam = {
  ...{ team: 'sre', name: { en: 'SRE team', ja: 'SRE チーム' }, group: 'sre', role: 'sre' },
  ...{ defaultSeconds: 90 * day, maximumSeconds: 180 * day, shadowsOnCall: false },
  ...{ permissionSets: [], slackUserGroups: [], checklist: [], lease: null, refusal: null },
  ...{ verdict: 'with-approval', approval: { count: 1, from: ['role:admin'], people: [] } },
  rule: 'join',
};

function shown(values: Record<string, string>, language: 'en' | 'ja' = 'en'): string {
  const now = new Date('2026-11-21T00:00:00Z');
  const reader = {
    now,
    language,
    timeZone: 'Asia/Tokyo',
    people: [],
    you: 'engineer',
    baseUrl: '',
  };
  const memory = { channel: null };
  return JSON.stringify(membershipForm({ reader, memory, values, teams: [team] }));
}

test('the term is counted from the start that was asked for', () => {
  expect(shown({ for: '30d' })).toContain('30 d · Nov 21, 2026 – Dec 21, 2026');
  const later = shown({ for: '30d', starts: '2026-12-01' });
  expect(later).toContain('30 d · Dec 1, 2026 – Dec 31, 2026');
  expect(JSON.parse(later)).toMatchObject({
    blocks: expect.arrayContaining([
      expect.objectContaining({
        block_id: expect.stringContaining('starts'),
        dispatch_action: true,
      }),
    ]),
  });
});

test('a term that is longer than may be had is said so before it is asked for', () => {
  expect(shown({ for: '200d' })).toMatch(/✕ 200d is longer than sre allows \(180d\)/);
  expect(shown({ for: '200d' }, 'ja')).toMatch(/✕ .*180 ?日/);
});
