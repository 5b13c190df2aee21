import { expect, it } from 'vitest';
import { type NoticeFacts, type NoticeName, noticeText } from './index.ts';

const about = { id: 'ops-7k3f9q2m', environment: 'production' };
const proposal = { id: 'tgt-7k3f9q2m', subject: 'checkout-availability', target: 99.9 };
const deadline = '2026-11-21T05:05:00Z';
const samples: NoticeFacts = {
  'approval-asked': {
    ...about,
    requester: '鈴木',
    durationSeconds: 3600,
    reason: '調査',
    costTotal: 0.1,
  },
  approved: { ...about, approver: '佐藤', startsAt: null },
  denied: { ...about, approver: '佐藤', reason: '不要' },
  lapsed: about,
  ready: { ...about, instanceId: 'i-0abc', deadline },
  replacing: about,
  reminder: { ...about, deadline, canExtend: true },
  'handover-received': { ...about, from: '佐藤', deadline },
  'handover-given': { ...about, to: '佐藤' },
  ended: { ...about, ending: 'deadline', cost: 0.2 },
  failed: { ...about, missing: 'no-capacity', ending: 'launch-failed' },
  stuck: { ...about, missing: null },
  'break-glass': { ...about, requester: '鈴木', reason: '障害' },
  'review-owed': about,
  'orphan-found': {
    environment: 'production',
    instanceId: 'i-0abc',
    next: 'quarantine',
    nextAt: deadline,
  },
  'sweep-withheld': { withheld: 'database-empty' },
  'timeline-contradicted': { key: 'anchors/20261123T031700Z-9.json', number: 9 },
  'checkpoint-strange': { key: 'anchors/notes.txt' },
  'checkpoint-removed': { key: 'anchors/20261123T031700Z-9.json' },
  'keeping-stopped': {
    ...{ kind: 'anchors', place: 's3://acme/anchors/', since: deadline, because: 'AccessDenied' },
  },
  'keeping-resumed': { kind: 'backups', place: 's3://acme/backups/' },
  'stopped-everything': { by: '佐藤', reason: '漏えい' },
  resumed: { by: '佐藤' },
  'sessions-live-on': {
    ...{ lease: 'acc-7k3f9q2m', person: '佐藤', permissionSet: 'ReadOnly' },
    ...{ account: '111111111111', until: deadline, because: 'no-room' },
  },
  'sessions-not-trimmed': { account: '111111111111', since: deadline, because: 'AccessDenied' },
  'sessions-void': { pending: 2 },
  'sessions-unbelieved': {
    ...{ account: '111111111111', person: '佐藤', permissionSet: 'ReadOnly' },
    ...{ lease: 'acc-7k3f9q2m', issuedBefore: deadline },
  },
  'directory-stale': { readAt: deadline, because: 'AccessDeniedException' },
  'directory-group-gone': { group: 'Developers', until: deadline },
  'agreement-reached': { ...proposal, by: '佐藤', from: deadline },
  'agreement-declined': { ...proposal, target: null, by: '佐藤', reason: '先に修正' },
  'agreement-lapsed': proposal,
  'week-spent': {
    week: '2026-11-09',
    leases: 12,
    hours: 34.5,
    spent: 3.2,
    saved: 21.4,
    unpriced: 2,
  },
};
const reader = { timeZone: 'Asia/Tokyo', now: new Date('2026-11-21T05:00:00Z') };

it.each(Object.keys(samples) as NoticeName[])(
  '%s says what happened and what to do next',
  (name) => {
    for (const language of ['en', 'ja'] as const) {
      const { what, next } = noticeText(name, samples[name] as never, { ...reader, language });
      expect(`${what} ${next}`).not.toMatch(/undefined|NaN|null/);
      expect(next).toMatch(/[。.]$/);
      expect(what).toMatch(language === 'ja' ? /。$/ : /\.$/);
      if (language === 'ja') expect(what).toMatch(/[ぁ-ん]/);
    }
  },
);

it('tells of a lease that starts later when that is, and of one whose start has passed that it begins', () => {
  const next = (startsAt: string, language: 'en' | 'ja') =>
    noticeText('approved', { ...samples.approved, startsAt }, { ...reader, language }).next;
  expect(next('2026-11-21T09:00:00Z', 'en')).toMatch(/^It starts at 18:00 JST;/);
  expect(next('2026-11-21T09:00:00Z', 'ja')).toMatch(/^18:00 JST に開始します/);
  expect(next('2026-11-21T04:59:00Z', 'en')).toMatch(/^It is on its way/);
});

it('calls refused what policy refused at its start, and does not say to ask for the same again', () => {
  const refused = { ...samples.failed, missing: null, ending: 'grant-refused' } as const;
  const en = noticeText('failed', refused, { ...reader, language: 'en' });
  expect(en.what).toMatch(/was not lent: policy refused it at the start\.$/);
  expect(en.next).toMatch(/what the rules allow now/);
  const ja = noticeText('failed', refused, { ...reader, language: 'ja' });
  expect(ja.what).toMatch(/ポリシーが拒否/);
});

it('tells the time left before a deadline, and whether it can move', () => {
  const { what, next } = noticeText('reminder', samples.reminder, { ...reader, language: 'ja' });
  expect(what).toBe('production の作業サーバー(ops-7k3f9q2m)の期限まであと 5 分です(14:05 JST)。');
  expect(next).toBe('続けるときは延長してください。');
  const last = { ...samples.reminder, canExtend: false };
  expect(noticeText('reminder', last, { ...reader, language: 'en' }).next).toContain(
    'save your work',
  );
});

it.each(['en', 'ja'] as const)(
  'tells people of a job that is cut of the lock, in %s',
  (language) => {
    const job = { ...about, kind: 'ci-role', title: 'apply · acme/infra', applies: true } as const;
    const nextOf = (name: 'reminder' | 'ended', facts: object) =>
      noticeText(name, { ...samples[name], ...job, ...facts } as never, { ...reader, language })
        .next;
    for (const next of [nextOf('reminder', {}), nextOf('ended', {})]) {
      expect(next).toMatch(/terraform plan.+terraform force-unlock ID/);
      expect(next).toMatch(/[。.]$/);
    }
    expect(nextOf('ended', { ending: 'returned' })).not.toContain('terraform');
    for (const name of ['reminder', 'ended'] as const)
      expect(nextOf(name, { applies: false })).not.toContain('terraform');
  },
);
