import type { Entry } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { doneSince, letIn, type Stranger } from './strangers.ts';

const nobody: Stranger = { name: 'nobody', headers: {}, answers: [401], jobsApart: true };

const call = (path: string, status: number) => ({ method: 'POST', path, status });

function entry(number: number, of: Partial<Entry>, kind: Entry['actor']['kind']): Entry {
  const actor = { id: 'x', kind, assurance: 'none', authenticatedAt: '' } as const;
  return {
    ...{ number, at: '', actor, action: 'lease.ready', outcome: 'done', subject: null, texts: {} },
    ...{ environment: null, service: null, lease: null, data: {}, hash: '', ...of },
  };
}

describe('calls of strangers', () => {
  it('are told when one is answered as only a caller inside may be', () => {
    const good = [call('/api/v1/ops/stop', 401), call('/api/v1/ci/finish', 403)];
    const bad = [call('/api/v1/ops/stop', 400), call('/api/v1/ci/finish', 200)];
    expect(letIn(nobody, [...good, ...bad])).toEqual(bad);
  });

  it('are told when one wrote, in whosever name, while refusals and the engine’s own are not', () => {
    const fine = [
      entry(9, { action: 'ops.start' }, 'person'),
      entry(11, { action: 'ops.start', outcome: 'refused' }, 'person'),
      entry(12, {}, 'system'),
    ];
    const written = [
      entry(13, { action: 'ops.start' }, 'system'),
      entry(14, { action: 'made-up' }, 'person'),
    ];
    expect(doneSince(10, [...fine, ...written])).toEqual(written);
  });
});
