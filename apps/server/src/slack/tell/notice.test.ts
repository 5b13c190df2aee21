import { expect, it } from 'vitest';
import { sampleJob } from '../../../../../test/support/sample-lease.ts';
import { noticeWords } from './notice.ts';

const now = new Date('2026-11-21T05:21:00Z');
const reader = { now, timeZone: 'UTC', people: [], you: null } as const;

it('tells of a lock only people whose job had a plan to apply, and was cut off', () => {
  const words = (facts: Parameters<typeof sampleJob>[0], name: 'ended' | 'reminder' = 'ended') =>
    noticeWords(name, sampleJob(facts), {}, { ...reader, language: 'en' });
  const locked = 'terraform force-unlock ID';
  expect(words({}, 'reminder')).toContain(locked);
  expect(words({ ending: 'stopped-by-sre' })).toContain(locked);
  expect(words({ ending: 'returned' })).not.toContain(locked);
  expect(words({ ending: 'stopped-by-sre', plan: null })).not.toContain(locked);
});
