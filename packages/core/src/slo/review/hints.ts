import type { ReviewHint, SloReview } from '@sekisho/contract';
import { isLow } from '@sekisho/objectives/budget';

const fullCoverage = 0.99;

type Hint = SloReview['hints'][number];
type Draft = Pick<
  SloReview,
  'budget' | 'attribution' | 'pages' | 'proposals' | 'suggestion' | 'targets'
>;

/** What the meeting should settle about an SLO. */
export function hintsOf(draft: Draft): Hint[] {
  const { budget } = draft;
  if (budget === null) return [hint('no-data'), ...proposalHints(draft)];
  const { coverage, remaining, remainingShare } = budget;
  const over = (remainingShare ?? 1) < 0;
  const unmeasured = Math.round(coverage.expectedMinutes - coverage.measuredMinutes);
  return [
    ...(over ? [hint('overspent', { count: -remaining })] : []),
    ...(!over && isLow(remainingShare) ? [hint('low-budget', { count: remaining })] : []),
    ...pageHints(draft),
    ...unexplainedHints(draft),
    ...proposalHints(draft),
    ...targetHints(draft, over),
    ...((coverage.share ?? 1) < fullCoverage ? [hint('measure-more', { count: unmeasured })] : []),
  ];
}

function pageHints({ pages }: Draft): Hint[] {
  const woke = pages.filter(({ severity }) => severity === 'page');
  const unlinked = woke.filter(({ incident }) => incident === null);
  const unseen = woke.filter((page) => page.untold === null && page.acknowledgedBy === null);
  const about = (what: ReviewHint, some: typeof woke): Hint[] =>
    some.length === 0 ? [] : [hint(what, { count: some.length, id: some[0]?.id ?? null })];
  return [...about('link-pages', unlinked), ...about('acknowledge', unseen)];
}

function unexplainedHints({ attribution }: Draft): Hint[] {
  // Single failures here and there are everyday noise; what came together has a reason.
  const together = attribution?.stretches.reduce((sum, { bad }) => sum + bad, 0) ?? 0;
  return together === 0 ? [] : [hint('explain', { count: together })];
}

function proposalHints({ proposals }: Draft): Hint[] {
  return proposals.map(({ id, target }) => hint('answer-proposal', { id, target: target / 100 }));
}

/** A higher target where history kept it; a lower one only where this one was not kept. */
function targetHints({ suggestion, targets, proposals }: Draft, over: boolean): Hint[] {
  const target = targets.at(-1)?.target;
  if (suggestion === null || target === undefined || proposals.length > 0) return [];
  if (suggestion.target > target) return [hint('raise-target', { target: suggestion.target })];
  if (suggestion.target < target && over)
    return [hint('lower-target', { target: suggestion.target })];
  return [];
}

function hint(what: ReviewHint, more: Partial<Hint> = {}): Hint {
  return { what, count: null, target: null, id: null, ...more };
}
