import type { ProbeRun } from './run.ts';

/** What a good answer is. */
export interface Expectation {
  /** Statuses from one to another, both included. Default 200 to 299. */
  readonly statuses?: readonly (readonly [number, number])[];
  readonly bodyContains?: string;
  readonly bodyMatches?: RegExp;
  /** Milliseconds for the whole. */
  readonly withinMs?: number;
  /** Days that the certificate must have left. */
  readonly certificateDays?: number;
}

export type ProbeFault =
  | { readonly kind: 'failed'; readonly phase: string; readonly code: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'body' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'certificate'; readonly daysLeft: number };

const DAY_MS = 86_400_000;

/** Everything that is wrong with a run; none when it was good. */
export function judgeRun(run: ProbeRun, expected: Expectation): readonly ProbeFault[] {
  const { outcome, phases, at } = run;
  if (outcome.kind === 'failed') {
    const { phase, code } = outcome;
    return [{ kind: 'failed', phase, code }];
  }
  const { status, body, certificateEnds } = outcome;
  const { statuses = [[200, 299]], withinMs, certificateDays } = expected;
  const faults: ProbeFault[] = [];
  if (!statuses.some(([least, most]) => status >= least && status <= most))
    faults.push({ kind: 'status', status });
  if (!isBodyGood(body, expected)) faults.push({ kind: 'body' });
  if (withinMs !== undefined && phases.whole > withinMs)
    faults.push({ kind: 'slow', ms: phases.whole });
  if (certificateDays !== undefined && certificateEnds !== null) {
    const daysLeft = Math.floor((certificateEnds - at) / DAY_MS);
    if (daysLeft < certificateDays) faults.push({ kind: 'certificate', daysLeft });
  }
  return faults;
}

function isBodyGood(body: string, { bodyContains, bodyMatches }: Expectation): boolean {
  if (bodyContains !== undefined && !body.includes(bodyContains)) return false;
  // `search` neither reads nor moves `lastIndex`, as `test` would with a global expression.
  return bodyMatches === undefined || body.search(bodyMatches) >= 0;
}
