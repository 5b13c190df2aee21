import type { OpsLease } from '@sekisho/contract';

/** What the newcomer did so far that the leases themselves do not show. */
export interface Visited {
  readonly connect: boolean;
  readonly timeline: boolean;
  readonly look: boolean;
}

export type StepState = 'done' | 'current' | 'ahead';

export const firstSteps = ['start', 'watch', 'connect', 'extend', 'return', 'timeline'] as const;
export type FirstStep = (typeof firstSteps)[number];

export const secondSteps = ['ask', 'hat', 'approve', 'look'] as const;
export type SecondStep = (typeof secondSteps)[number];

const ending: readonly OpsLease['state'][] = ['revoking', 'ended'];

/** Which of the first steps are done, from the lease as it stands. */
export function firstTour(
  lease: OpsLease | null,
  visited: Visited,
): Readonly<Record<FirstStep, StepState>> {
  const over = lease !== null && ending.includes(lease.state);
  return inOrder(firstSteps, {
    start: lease !== null,
    watch: lease !== null && lease.readyAt !== null,
    connect: visited.connect || over,
    extend: (lease !== null && wasExtended(lease)) || over,
    return: over,
    timeline: visited.timeline,
  });
}

/** Which steps of the way through an approval are done. */
export function secondTour(
  lease: OpsLease | null,
  wears: { readonly sre: boolean },
  visited: Visited,
): Readonly<Record<SecondStep, StepState>> {
  const approved = lease !== null && lease.approvals.length > 0;
  return inOrder(secondSteps, {
    ask: lease !== null,
    hat: lease !== null && (wears.sre || approved),
    approve: approved,
    look: visited.look && approved,
  });
}

/** Half an hour was asked for; what runs longer was extended. */
function wasExtended({ readyAt, deadline }: OpsLease): boolean {
  if (readyAt === null || deadline === null) return false;
  return Date.parse(deadline) - Date.parse(readyAt) > 35 * 60_000;
}

/** The first step that is not done is the current one. */
function inOrder<Step extends string>(
  steps: readonly Step[],
  done: Readonly<Record<Step, boolean>>,
): Readonly<Record<Step, StepState>> {
  const current = steps.find((step) => !done[step]);
  const states = steps.map((step): [Step, StepState] => [
    step,
    done[step] ? 'done' : step === current ? 'current' : 'ahead',
  ]);
  return Object.fromEntries(states) as Record<Step, StepState>;
}
