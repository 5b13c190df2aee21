import type { Candidate, InputOf, OutputOf } from '@sekisho/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../../shared/client.ts';
import { gridOf } from './grid.ts';

export type Incidents = NonNullable<InputOf<'slo.replay'>['incidents']>;

export interface Replaying {
  readonly replay: OutputOf<'slo.replay'> | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  /** What a target would have done; undefined while that is reckoned. */
  readonly candidate: Candidate | undefined;
}

interface Asked {
  readonly id: string;
  /** Percents that the SLO has. */
  readonly own: readonly number[];
  readonly incidents: Incidents;
  /** Percent that the reader looks at. */
  readonly target: number;
  readonly enabled: boolean;
}

/** Every minute of a month: the curve is as fine as what was measured. */
const points = 44_640;

/**
 * The replay of all targets that the slider stops at, asked for at once, and of one that was typed.
 * The past does not change by entries of the timeline: it is asked for again by hand or after a while.
 */
export function useReplay({ id, own, incidents, target, enabled }: Asked): Replaying {
  const grid = gridOf(own);
  const whole = useQuery({
    queryKey: ['replayed', id, grid, incidents],
    queryFn: ({ signal }) =>
      client.call('slo.replay', { id, targets: [...grid], points, incidents }, { signal }),
    ...{ enabled, staleTime: 300_000, refetchOnWindowFocus: false },
    placeholderData: keepPreviousData,
  });
  const known = whole.data?.candidates.find((one) => one.target === target);
  const typed = useQuery({
    queryKey: ['replayed', id, target, incidents],
    queryFn: ({ signal }) =>
      client.call('slo.replay', { id, targets: [target], points: 2, incidents }, { signal }),
    ...{ enabled: enabled && whole.data !== undefined && known === undefined },
    ...{ staleTime: 300_000, refetchOnWindowFocus: false },
  });
  return {
    replay: whole.data,
    error: whole.error ?? typed.error,
    retry: () => void whole.refetch(),
    candidate: known ?? typed.data?.candidates[0],
  };
}
