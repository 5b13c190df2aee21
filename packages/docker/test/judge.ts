import type { CloudScope, LaunchOrder, OpsCloud } from '@sekisho/core/cloud';
import { createDockerOpsCloud } from '@sekisho/docker';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { imageId } from './answers.ts';
import { openStub, type Stub } from './stub.ts';

export interface StubJudge {
  readonly stub: Stub;
  readonly cloud: OpsCloud;
  /** The same adapter, whose calls have no more than so many milliseconds. */
  hurried(ms: number): OpsCloud;
  readonly scope: CloudScope;
}

const open = (requestTimeoutMs: number) =>
  createDockerOpsCloud({
    ...{ installation: 'house', folderOf: () => undefined, requestTimeoutMs },
    now: () => new Date('2026-10-27T00:00:00Z'),
  });

/** The adapter, and an engine of each test's own that answers as it is told to. */
export function useStub(): { readonly now: () => StubJudge } {
  let judge: StubJudge | null = null;
  // The first call loads the client.
  beforeAll(() => open(8000).agents(scopeOf('unix:///nowhere'), []));
  beforeEach(async () => {
    const stub = await openStub();
    judge = { stub, scope: scopeOf(stub.endpoint), cloud: open(8000), hurried: open };
  });
  afterEach(() => judge?.stub.close());
  return {
    now() {
      if (judge === null) throw new Error('no engine is open yet');
      return judge;
    },
  };
}

export function scopeOf(endpoint: string): CloudScope {
  const engine = { endpoint, certificates: null, network: 'none', context: null };
  return { environment: 'lab', account: '', region: '', engine };
}

/** A launch of the lease's first server. */
export function orderOf(letter: string, version = imageId): LaunchOrder {
  const lease = `L-${letter}`;
  const tags = { 'sekisho:installation': 'house', 'sekisho:lease': lease };
  const size = { launchTemplateId: 'ops:1', version, instanceType: '1cpu-2g' };
  return { ...size, tags, clientToken: `${lease}-1` };
}
