import type { AlertPolicy } from '../alerts/index.ts';
import { errorBudget, type Objective } from '../budget/index.ts';
import type { Incident } from '../replay/replay.ts';
import { type Candidate, type Candidates, replayCandidates } from '../report/candidates.ts';
import type { LogCounts } from '../report/judge-logs.ts';
import { type Doubt, doubtsOf, failuresAllowed, provenTarget } from './doubts.ts';

/** A target from history, with what speaks for it and what is uncertain. */
export interface Suggestion {
  /** Null when history would have kept none of the candidates. */
  readonly chosen: Judged | null;
  /**
   * The highest target that history kept at every moment, whatever else speaks against it: one of the
   * candidates, or a lower one. 0 when it kept none that promises anything.
   */
  readonly kept: number;
  /** Every candidate, the highest first. */
  readonly judged: readonly Judged[];
  readonly replayed: Candidates;
  readonly doubts: readonly Doubt[];
}

export interface Judged {
  readonly candidate: Candidate;
  /** Why it is not suggested; empty when it could be. */
  readonly against: readonly Against[];
}

/**
 * What speaks against a target: it was not kept, it pages too often, its alerts are dead, history is
 * too small to prove it, one failure spends it, or another that was kept catches more incidents.
 */
export type Against =
  | { readonly code: 'overspent'; readonly lowest: number }
  | { readonly code: 'too-many-pages'; readonly pages: number; readonly most: number }
  | { readonly code: 'misses'; readonly incidents: readonly string[] }
  | { readonly code: 'dead'; readonly tiers: readonly string[] }
  | { readonly code: 'unproven'; readonly provenTarget: number }
  | { readonly code: 'too-few'; readonly allowed: number };

export type SuggestOptions = LogCounts & {
  readonly objective: Objective;
  /** The usual one when unsaid. */
  readonly policy?: AlertPolicy | undefined;
  readonly incidents: readonly Incident[];
  /** Candidates; `usualTargets` unless said. */
  readonly targets?: readonly number[];
};

export const usualTargets = [0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999] as const;

/** Pages that people bear: source: Google, Site Reliability Engineering, chapter 11: two events a shift of 12 hours at most; here a tenth of that. */
const pagesEachDay = 0.4;
const fewestPages = 2;

/**
 * The highest of the candidates that history would have kept at every moment, with few pages, alerts
 * that can fire, and no declared incident missed that another such candidate would have caught.
 * @returns null when there is no minute
 * Errors: throws `BadObjective`, as `replayCandidates`.
 */
export function suggest({ targets = usualTargets, ...options }: SuggestOptions): Suggestion | null {
  const replayed = replayCandidates({ ...options, targets: targets.toSorted((a, b) => b - a) });
  if (replayed === null) return null;
  const { span } = replayed.logs;
  const days = (span.to - span.from) / 1440;
  const most = Math.max(fewestPages, Math.round(days * pagesEachDay));
  const fit = replayed.candidates.map((candidate) => ({
    candidate,
    against: against(candidate, most, replayed),
  }));
  const fitting = fit.filter((one) => one.against.length === 0);
  const caught = new Set(
    fitting.flatMap(({ candidate }) => candidate.caught.map(({ incident }) => incident)),
  );
  const judged = fit.map((one): Judged => {
    const incidents = one.candidate.missed.filter((incident) => caught.has(incident));
    if (incidents.length === 0) return one;
    return { ...one, against: [...one.against, { code: 'misses', incidents }] };
  });
  const chosen = judged.find((one) => one.against.length === 0) ?? null;
  const kept = highestKept(judged);
  const { missing } = options.objective;
  const doubts = doubtsOf(replayed, chosen?.candidate ?? null, missing);
  return { chosen, kept, judged, replayed, doubts };
}

/** Targets below the usual ones, every five percent; one that lets most fail promises nothing. */
const lowerSteps = 20;
const lowestTarget = 0.5;

function highestKept(judged: readonly Judged[]): number {
  const [last] = judged.slice(-1);
  const kept = judged.find(wasKept);
  if (kept !== undefined || last === undefined) return kept?.candidate.target ?? 0;
  // What was spent at the worst moment is the same share of events, whatever they were judged by.
  const spent = (1 - leastOf(last.candidate)) * errorBudget(last.candidate.target);
  const target = Math.floor((1 - spent) * lowerSteps + 1e-9) / lowerSteps;
  return target < lowestTarget ? 0 : target;
}

function wasKept({ against: all }: Judged): boolean {
  return all.every(({ code }) => code !== 'overspent');
}

/** The least share of the budget that was left. */
function leastOf({ lowest, budget }: Candidate): number {
  return Math.min(lowest ?? 1, budget.remainingShare ?? 1);
}

function against(candidate: Candidate, most: number, replayed: Candidates): readonly Against[] {
  const { pages, dead, target } = candidate;
  const least = leastOf(candidate);
  const proven = provenTarget(replayed);
  const allowed = failuresAllowed(candidate, replayed);
  const all: readonly (Against | null)[] = [
    least < 0 ? { code: 'overspent', lowest: least } : null,
    pages.length > most ? { code: 'too-many-pages', pages: pages.length, most } : null,
    dead.length > 0 ? { code: 'dead', tiers: dead.map(({ tier }) => tier) } : null,
    proven !== null && target > proven ? { code: 'unproven', provenTarget: proven } : null,
    allowed < 1 ? { code: 'too-few', allowed } : null,
  ];
  return all.filter((one) => one !== null);
}
