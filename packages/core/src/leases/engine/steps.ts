import type { LeaseState } from '@sekisho/contract';
import type { LeaseRow } from '../row.ts';

/** States that the engine itself moves leases to, or moves them on in. */
const reached = [
  'granting',
  'active',
  'revoking',
  'ended',
  'failed',
  'lapsed',
  'withdrawn',
] as const;

type Reached = (typeof reached)[number];

/** A step of the engine's own, right after which a process may end; calls to the cloud are named by their port. */
export type EngineStep = 'claimed' | 'observed' | `committed:${Reached}`;

/** Every one of them: tests that end the process at each compare what they visited with this. */
export const engineSteps: readonly EngineStep[] = [
  'claimed',
  'observed',
  ...reached.map((state) => `committed:${state}` as const),
];

/** Told the name of each step just done. */
export type Probe = (step: EngineStep) => void;

/** Tells that a lease was written. */
export function probeCommit(probe: Probe, { state }: Pick<LeaseRow, 'state'>): void {
  if (isReached(state)) probe(`committed:${state}`);
}

function isReached(state: LeaseState): state is Reached {
  return (reached as readonly LeaseState[]).includes(state);
}
