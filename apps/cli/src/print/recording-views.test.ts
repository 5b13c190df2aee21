import type { OutputOf } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { sessionText } from './recording-views.ts';

const style = {
  language: 'en',
  timeZone: 'UTC',
  columns: 80,
  now: new Date('2026-11-22T01:10:00.000Z'),
  paint: (text: string) => text,
} as unknown as Parameters<typeof sessionText>[1];

const session: OutputOf<'ops.sessions.show'>['session'] = {
  ...{ id: 'taro-0a1b2c3d4e5f67890', lease: 'ops-7k3f9q2m', environment: 'staging' },
  ...{ production: false, account: '123456789012', region: 'ap-northeast-1' },
  ...{ instanceId: 'i-0abc1234', owner: 'arn:aws:sts::123456789012:assumed-role/ops/taro' },
  ...{ person: 'engineer', startedAt: '2026-11-22T01:00:00.000Z' },
  ...{ endedAt: '2026-11-22T01:05:00.000Z', kind: 'shell', document: null, reason: null },
  ...{ forwardedTo: [], recording: 'waiting', commandsFrom: 'none', commands: 0 },
  ...{ indexIsWhole: true, unrecorded: [], mayRead: true },
};

it('says of a recording that is on its way that it is awaited, and only of one that never came that it is missing', () => {
  const told = (more: Partial<typeof session>) =>
    sessionText({ session: { ...session, ...more }, commands: [], next: null, beside: [] }, style);
  expect(told({})).toMatch(/recording +awaited/);
  expect(told({})).not.toContain('Not recorded');
  expect(told({ recording: 's3' })).toMatch(/recording +in S3/);
  const missing = told({ recording: 'missing', unrecorded: ['shown-output', 'commands'] });
  expect(missing).toMatch(/recording +missing[\s\S]*Not recorded: what the screen showed/);
});
