/* The words of a lease's life, without zod, for whoever must be small or quick to load. */

export const leaseKinds = ['ops-server', 'permission-set', 'ci-role', 'membership'] as const;
export type LeaseKindName = (typeof leaseKinds)[number];

export const leaseStates = [
  'requested',
  'approved',
  'granting',
  'active',
  'revoking',
  'ended',
  'denied',
  'withdrawn',
  'lapsed',
  'failed',
] as const;
export type LeaseState = (typeof leaseStates)[number];

/** States from which nothing more happens. */
export const finalStates = ['ended', 'denied', 'withdrawn', 'lapsed', 'failed'] as const;

export function isFinal(state: LeaseState): boolean {
  return (finalStates as readonly string[]).includes(state);
}

/** Why a lease began to end. */
export const endings = [
  'returned',
  'deadline',
  'hard-maximum',
  'idle',
  'stopped-by-sre',
  'stop-all',
  'resource-gone',
  /** Of a membership: its team is no longer configured, or its person no longer active in the roster. */
  'place-gone',
  'grant-refused',
  'launch-failed',
] as const;
export type Ending = (typeof endings)[number];

/** What a lease that is being made or taken back is doing now. */
export const steps = [
  'waiting-approval',
  'waiting-start',
  'arming-switch',
  'launching',
  'booting',
  'waiting-agent',
  'rebooting',
  'replacing',
  'ready',
  'terminating',
  'assigning',
  'removing',
  'writing-policies',
  'joining',
  'leaving',
  'done',
] as const;
export type Step = (typeof steps)[number];

/** The piece that keeps something from becoming ready. */
export const missingPieces = [
  'no-route-to-ssm',
  'no-instance-profile',
  'no-timer',
  'engine-denied',
  'engine-unreachable',
  'engine-busy',
  'engine-refused',
  'image-gone',
  'ended-at-launch',
  'no-capacity',
  'denied',
  'throttled',
  'cloud-unreachable',
  'template-gone',
  'terminated-at-launch',
  'invalid-request',
  'another-change',
  'assignment-failed',
  'permission-set-gone',
  'group-gone',
  'role-gone',
  'policies-full',
  'user-group-gone',
  'user-group-denied',
  'user-group-refused',
  'user-group-disabled',
  'user-group-left',
  'chat-throttled',
  'chat-unreachable',
] as const;
export type MissingPiece = (typeof missingPieces)[number];
