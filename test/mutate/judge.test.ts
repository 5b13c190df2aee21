import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createJudge, type Run } from './judge.ts';
import type { NamedPatch } from './patch.ts';
import type { Outcome } from './run-tests.ts';

let root: string;

const patch: NamedPatch = {
  ...{ name: 'light-off', promise: 'The light is on.', file: 'light.ts' },
  ...{ find: 'on', replace: 'off', tests: ['light.test.ts'] },
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sekisho-judge-'));
});
beforeEach(() => writeFile(join(root, patch.file), 'on'));
afterAll(() => rm(root, { recursive: true }));

const light = () => readFile(join(root, patch.file), 'utf8');
const outcome = (parts: Partial<Outcome>): Outcome => ({
  ...{ passed: 0, failed: [], hung: false, said: '' },
  ...parts,
});
const lit = outcome({ passed: 1 });
const dark = outcome({ failed: ['the light is on'] });
/** Tests that see whether the light is on. */
const seeing: Run = async () => ((await light()) === 'on' ? lit : dark);

describe('a patch', () => {
  it('is killed by a test that passes without it and fails with it, and is then taken out', async () => {
    const verdict = await createJudge(root, seeing)(patch);
    expect(verdict).toMatchObject({ killed: true, words: 'the light is on' });
    expect(await light()).toBe('on');
  });

  it('survives tests that do not see it', async () => {
    const verdict = await createJudge(root, async () => lit)(patch);
    expect(verdict).toMatchObject({ killed: false, words: 'SURVIVED' });
  });

  it('is not killed by a test that fails anyway, nor by one that nobody finds', async () => {
    expect(await createJudge(root, async () => dark)(patch)).toMatchObject({ killed: false });
    const nothing = async () => outcome({});
    expect(await createJudge(root, nothing)(patch)).toMatchObject({ killed: false });
  });

  it('is not killed by tests that do not load with it', async () => {
    const loading: Run = async () => ((await light()) === 'on' ? lit : outcome({ said: 'syntax' }));
    const verdict = await createJudge(root, loading)(patch);
    expect(verdict).toMatchObject({ killed: false, words: expect.stringContaining('syntax') });
  });

  it('is tried again when no test came up', async () => {
    let runs = 0;
    const slow: Run = (...given) => ((runs += 1) % 2 === 1 ? nobody() : seeing(...given));
    const nobody = async () => outcome({});
    expect(await createJudge(root, slow)(patch)).toMatchObject({ killed: true });
  });
});
