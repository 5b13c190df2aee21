import { describe, expect, it } from 'vitest';
import { readCheckpoints } from './checkpoints.ts';

const one = {
  installation: 'practice',
  number: 7,
  hash: 'a',
  at: '2026-11-21T10:00:00.000Z',
  publicKey: 'b',
  signature: 'c',
};

describe('readCheckpoints', () => {
  it('reads one, a list, and one a line, as the command line writes them', () => {
    const two = { ...one, number: 9 };
    expect(readCheckpoints(JSON.stringify(one, null, 2))).toEqual([one]);
    expect(readCheckpoints(JSON.stringify([one, two]))).toEqual([one, two]);
    expect(readCheckpoints(`${JSON.stringify(one)}\n${JSON.stringify(two)}\n`)).toEqual([one, two]);
  });

  it('takes nothing from a file that holds anything else', () => {
    for (const text of ['', '[]', '{}', 'null', '{"number":7}', `${JSON.stringify(one)}\nx`]) {
      expect(readCheckpoints(text), text).toBeNull();
    }
  });
});
