import { z } from 'zod';

/** What can be made to go wrong. */
export const faultKinds = [
  // the call is refused
  'throttle',
  'capacity',
  'denied',
  'server-error',
  // the caller gets no answer
  'lost-answer',
  'lost-request',
  'late',
  // launches (and reboots) go differently
  'slow-pending',
  'slow-agent',
  'agent-never',
  'launch-fails',
  'invisible',
  'lingering',
  // changes of assignments and memberships go differently
  'conflict',
  'slow-change',
  'change-fails',
  // lists of assignments show what is gone
  'stale-list',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export const fault = z.strictObject({
  kind: z.enum(faultKinds),
  /** Operations it touches, e.g. `RunInstances`; none means all. */
  operations: z.array(z.string()).optional(),
  account: z.string().optional(),
  region: z.string().optional(),
  /** Chance per call, 0 to 1; none means always. */
  probability: z.number().min(0).max(1).optional(),
  /** How many more calls it touches; none means without end. */
  times: z.number().int().min(0).optional(),
  /** For the kinds that delay: by how many milliseconds. */
  delayMs: z.number().int().min(0).max(86_400_000).optional(),
});

/**
 * Something that goes wrong: `throttle`, `capacity`, `denied`, `server-error` refuse;
 * `lost-answer` acts without answering, `lost-request` does neither, `late` acts
 * after `delayMs` without answering; `conflict` refuses a change because of another, `slow-change` lets it take `delayMs` more,
 * `change-fails` lets it fail in the end; `stale-list` goes on listing for `delayMs` what was taken away; the others change how launches go.
 */
export type Fault = z.infer<typeof fault>;

/** What a caller would have to match for a fault to touch it. */
export interface Attempt {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
}

/** Whether a fault touches this attempt, chance and count aside. */
export function touches(candidate: Fault, attempt: Attempt): boolean {
  return (
    (candidate.operations === undefined || candidate.operations.includes(attempt.operation)) &&
    (candidate.account === undefined || candidate.account === attempt.account) &&
    (candidate.region === undefined || candidate.region === attempt.region) &&
    candidate.times !== 0
  );
}
