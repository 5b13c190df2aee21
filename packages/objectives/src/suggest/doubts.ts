import { errorBudget, type MissingPolicy } from '../budget/index.ts';
import type { Candidate, Candidates } from '../report/candidates.ts';

/** Why a suggestion may be wrong. */
export type Doubt =
  /** The logs hold less than one whole window. */
  | { readonly code: 'short'; readonly days: number; readonly windowDays: number }
  /** Parts of the time were not measured. */
  | { readonly code: 'holes'; readonly minutes: number; readonly policy: MissingPolicy }
  /** So few requests come that a handful of failures spends it. */
  | { readonly code: 'low-traffic'; readonly allowed: number }
  /** Nothing failed: of a rate this low history cannot tell more (95 %, "rule of three"). */
  | { readonly code: 'no-failures'; readonly provenTarget: number }
  /** No incident was declared, so none is known to be caught. */
  | { readonly code: 'no-incidents' }
  /** No target that suits would have paged for these. */
  | { readonly code: 'uncaught'; readonly incidents: readonly string[] };

const fewFailures = 10;
/** The first line of a window's logs comes a little after the window begins. */
const nearlyFull = 0.99;

/**
 * @param chosen the candidate suggested; null when none is
 * @param missing what time that was not measured was taken to be
 */
export function doubtsOf(
  replayed: Candidates,
  chosen: Candidate | null,
  missing: MissingPolicy,
): readonly Doubt[] {
  const [some] = replayed.candidates;
  if (some === undefined) return [];
  const { span, holes } = replayed.logs;
  const days = (span.to - span.from) / 1440;
  const windowDays = (some.budget.window.to - some.budget.window.from) / 1440;
  const unmeasured = holes.reduce((sum, { from, to }) => sum + to - from, 0);
  const allowed = chosen === null ? null : failuresAllowed(chosen, replayed);
  const proven = provenTarget(replayed);
  const uncaught = chosen?.missed ?? [];
  const all: readonly (Doubt | null)[] = [
    days < windowDays * nearlyFull ? { code: 'short', days, windowDays } : null,
    unmeasured > 0 ? { code: 'holes', minutes: unmeasured, policy: missing } : null,
    allowed !== null && allowed < fewFailures ? { code: 'low-traffic', allowed } : null,
    proven === null ? null : { code: 'no-failures', provenTarget: proven },
    replayed.incidents.length === 0 ? { code: 'no-incidents' } : null,
    uncaught.length === 0 ? null : { code: 'uncaught', incidents: uncaught },
  ];
  return all.filter((one) => one !== null);
}

/** How many failures a target allows in a whole window at the traffic of the logs. */
export function failuresAllowed({ budget }: Candidate, { logs, events }: Candidates): number {
  const { window, target } = budget;
  const known = logs.span.to - logs.span.from;
  return (errorBudget(target) * events * (window.to - window.from)) / Math.max(known, 1);
}

/**
 * The highest target that events without a failure prove: of n events none of which failed, the
 * rate of failures is below 3 ÷ n with 95 % confidence (the "rule of three"). Null when some failed.
 */
export function provenTarget({ bad, events }: Candidates): number | null {
  return bad > 0 || events === 0 ? null : Math.max(1 - 3 / events, 0);
}
