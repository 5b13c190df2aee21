import { expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { practiceSeed } from '../../../../test/support/practice-seed.ts';
import { checkConfig, loadConfig } from '../index.ts';

function written(recording: unknown): string {
  const seed = parseDocument(practiceSeed).toJS() as Record<string, unknown>;
  return stringify({ ...seed, recording });
}

it('of sekisho.yaml is in force with what it leaves unsaid, and otherwise where that is said', () => {
  const environments = { sandbox: { bucket: 'other', prefix: 'a/b/', hostLogGroup: '/x' } };
  const { recording } = loadConfig(written({ bucket: 'acme', environments }), 'sekisho.yaml');
  expect(recording?.readers).toEqual(['role:admin']);
  expect(recording?.places['production']).toEqual({
    s3: { bucket: 'acme', prefix: 'sessions/111111111111' },
    ...{ logGroup: null, hostLogGroup: '/sekisho/ops-servers' },
  });
  expect(recording?.places['sandbox']).toEqual({
    ...{ s3: { bucket: 'other', prefix: 'a/b' }, logGroup: null, hostLogGroup: '/x' },
  });
  expect(loadConfig(written(undefined), 'sekisho.yaml').recording).toBeNull();
});

it.each([
  ['a bucket of no such name', { bucket: 'Acme_Logs' }, ['shape recording.bucket']],
  ['a prefix that begins with a slash', { prefix: '/a' }, ['shape recording.prefix']],
  ['everybody as reader', { readers: ['everyone'] }, ['shape recording.readers[0]']],
  ['readers of the weakest role', { readers: ['role:read-only'] }, ['shape recording.readers[0]']],
  [
    'a group that nobody is in',
    { readers: ['group:nobody'] },
    ['unknown-group recording.readers[0]'],
  ],
  ['a person who is unknown', { readers: ['person:x'] }, ['unknown-person recording.readers[0]']],
  [
    'an environment that is not there',
    { environments: { x: {} } },
    ['unknown-environment recording.environments.x'],
  ],
  ['a misspelt key', { buckets: 'acme' }, ['unknown-key recording.buckets']],
])('is refused with %s, at its place', (_, recording, expected) => {
  const { problems } = checkConfig(written(recording), 'sekisho.yaml');
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  expect(problems.every(({ line }) => line > 0)).toBe(true);
});
