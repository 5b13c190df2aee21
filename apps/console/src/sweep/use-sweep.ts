import type { OutputOf } from '@sekisho/contract';
import { useState } from 'react';
import { useWrite } from '../shared/use-verb.ts';

export type Swept = OutputOf<'ops.sweep'>;
export type Orphan = Swept['orphans'][number];

/** Looking, sweeping, trusting, sparing; and what the last of them answered. */
export function useSweep() {
  const sweep = useWrite('ops.sweep');
  const spare = useWrite('ops.spare');
  const [swept, setSwept] = useState<Swept | null>(null);
  const ask = (input: { apply?: true; trustDatabase?: true }, done?: () => void) =>
    sweep.mutate(input, {
      onSuccess: (answer) => {
        setSwept(answer);
        done?.();
      },
    });
  return {
    swept,
    busy: sweep.isPending,
    error: sweep.error,
    sparing: spare.isPending,
    spareError: spare.error,
    look: () => ask({}),
    apply: (done: () => void) => ask({ apply: true }, done),
    trust: (done: () => void) => ask({ trustDatabase: true }, done),
    spare: (instanceId: string, reason: string, done: () => void) =>
      spare.mutate(
        { instanceId, reason },
        {
          onSuccess: ({ verdict }) => {
            setSwept((before) => before && withVerdict(before, instanceId, verdict));
            done();
          },
        },
      ),
    forgetErrors: () => {
      sweep.reset();
      spare.reset();
    },
  };
}

/** The list after one server was spared, without looking at every account again. */
export function withVerdict(swept: Swept, instanceId: string, verdict: Orphan['verdict']): Swept {
  const orphans = swept.orphans.map((orphan) =>
    orphan.instanceId === instanceId
      ? { ...orphan, verdict, next: 'nothing' as const, nextAt: null }
      : orphan,
  );
  return { ...swept, orphans };
}

/** How many would be stopped or terminated if it were swept now. */
export function dueCount({ orphans }: Swept, now: number): number {
  return orphans.filter(
    ({ next, nextAt }) => next !== 'nothing' && nextAt !== null && Date.parse(nextAt) <= now,
  ).length;
}
