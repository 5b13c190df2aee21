import { binomialTail } from '../alerts/binomial.ts';
import type { Counts } from '../minutes/counts.ts';
import type { Minute, Span } from '../minutes/minute.ts';
import { pastWeeks } from './past-weeks.ts';

/** Minutes that can be summed over any span. */
export interface Summed {
  sum(span: Span): Counts;
}

/** How a jump is told from the ordinary. */
export interface JumpRules {
  /** Lengths of the spans looked at, in minutes, the shortest first. */
  readonly windows: readonly number[];
  /** How many past weeks are compared with. */
  readonly weeks: number;
  /** The clock by which hours are the same from week to week: an IANA time zone. */
  readonly timeZone: string;
  /** By how much the share must have risen, as a part of 1. */
  readonly minimumRise: number;
  /** How many requests more than usual must have failed so: what a few clients do pages nobody. */
  readonly minimumExcess: number;
  /** How unlikely it must be by chance. */
  readonly significance: number;
  /** A past week with fewer requests in its span says nothing. */
  readonly minimumPastRequests: number;
}

export const defaultJumpRules: JumpRules = {
  windows: [10, 60],
  weeks: 4,
  timeZone: 'UTC',
  minimumRise: 0.05,
  minimumExcess: 20,
  significance: 1e-6,
  minimumPastRequests: 20,
};

/** Clients' own errors in one span. */
export interface ClientShare {
  readonly span: Span;
  /** Good and bad; what was excluded is none. */
  readonly requests: number;
  readonly clientErrors: number;
  /** Null without requests. */
  readonly share: number | null;
}

/** Whether the share has jumped, or the first thing that speaks against it. */
export type JumpFinding =
  | 'jumped'
  | 'no-traffic'
  | 'no-past'
  | 'not-more'
  | 'too-few'
  | 'rise-too-small'
  | 'may-be-chance';

/** The answer with all of its arithmetic. */
export interface ShareJump {
  readonly finding: JumpFinding;
  readonly now: ClientShare;
  /** The same hours of past weeks, the latest first; those that say nothing too. */
  readonly past: readonly ClientShare[];
  /** The middle share of past weeks: what is usual. */
  readonly usual: number | null;
  /** The share compared with: the highest of past weeks but one (one past incident must not hide this one). */
  readonly reference: number | null;
  /** Requests that would have failed so at the usual share. */
  readonly expected: number | null;
  /** P(at least as many, at the reference share); null where it was not needed. */
  readonly probability: number | null;
  readonly rules: JumpRules;
}

/**
 * Whether clients' own errors have jumped before `until`, against the same hours of past weeks:
 * an expired signing key or a broken front-end release, which spend no budget. Each window is
 * looked at, and the first that shows a jump is answered, otherwise the longest.
 *
 * A jump needs all of: `minimumExcess` requests beyond what is usual, a share risen by
 * `minimumRise`, and a binomial probability below `significance` that this is chance.
 */
export function clientShareJump(
  history: Summed,
  until: Minute,
  rules: JumpRules = defaultJumpRules,
): ShareJump {
  const looked = rules.windows.map((window) => {
    return inWindow(history, { from: until - window, to: until }, rules);
  });
  const found = looked.find(({ finding }) => finding === 'jumped') ?? looked.at(-1);
  if (found === undefined) throw new RangeError('a jump needs a window to look at');
  return found;
}

function inWindow(history: Summed, span: Span, rules: JumpRules): ShareJump {
  const now = shareIn(history, span);
  const past = pastWeeks(span, rules.weeks, rules.timeZone).map((week) => shareIn(history, week));
  const telling = past
    .filter(({ requests }) => requests >= rules.minimumPastRequests)
    .toSorted((a, b) => smoothed(a) - smoothed(b));
  const usual = median(telling.map(({ share }) => share ?? 0));
  const reference = telling.at(telling.length > 2 ? -2 : -1);
  const facts = {
    now,
    past,
    rules,
    usual,
    reference: reference === undefined ? null : smoothed(reference),
    expected: usual === null ? null : usual * now.requests,
    probability: null,
  };
  return judged(facts);
}

function judged(facts: Omit<ShareJump, 'finding'>): ShareJump {
  const { now, usual, reference, expected, rules } = facts;
  const because = (finding: JumpFinding, probability: number | null = null): ShareJump => {
    return { ...facts, finding, probability };
  };
  if (now.share === null) return because('no-traffic');
  if (usual === null || reference === null || expected === null) return because('no-past');
  if (now.share <= reference) return because('not-more');
  if (now.clientErrors - expected < rules.minimumExcess) return because('too-few');
  if (now.share - usual < rules.minimumRise) return because('rise-too-small');
  const probability = binomialTail(now.clientErrors, now.requests, reference);
  return because(probability < rules.significance ? 'jumped' : 'may-be-chance', probability);
}

function shareIn(history: Summed, span: Span): ClientShare {
  const { good, bad, clientErrors } = history.sum(span);
  const requests = good + bad;
  return { span, requests, clientErrors, share: requests === 0 ? null : clientErrors / requests };
}

/** A share that is never 0 nor 1, by Laplace's rule: none of twenty does not mean never. */
function smoothed({ clientErrors, requests }: ClientShare): number {
  return (clientErrors + 1) / (requests + 2);
}

function median(sorted: readonly number[]): number | null {
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
