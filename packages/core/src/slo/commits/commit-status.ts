import type { BudgetProblem, BudgetStanding, Config } from '@sekisho/config';

/** Why a commit has its status. */
export type CommitWhy =
  /** The budget of this SLO is spent. `left` is a share, below 0 when overspent. */
  | { readonly kind: 'spent'; readonly slo: string; readonly left: number }
  /** It is, and the change bears the label of a fix. */
  | { readonly kind: 'fix'; readonly slo: string; readonly label: string }
  /** It is, and somebody let this commit through. */
  | { readonly kind: 'overridden'; readonly slo: string; readonly who: string }
  /** The SLO of which least is left. */
  | { readonly kind: 'left'; readonly slo: string; readonly left: number }
  | { readonly kind: 'unknown'; readonly slo: string; readonly problem: BudgetProblem };

export interface CommitStatus {
  readonly state: 'success' | 'failure' | 'pending';
  readonly why: CommitWhy;
}

/** A change, as far as it matters here. */
export interface Change {
  readonly labels: readonly string[];
  /** Who let its head through; null when nobody did. */
  readonly overriddenBy: string | null;
}

/**
 * What a change's head is to show: held up only while a budget is known to be spent, and never when
 * it is a fix or was let through. Null where no SLO speaks to its repository.
 */
export function statusOf(
  { fixLabels, whenSpent }: Pick<NonNullable<Config['github']>, 'fixLabels' | 'whenSpent'>,
  { labels, overriddenBy }: Change,
  standings: readonly { readonly slo: string; readonly standing: BudgetStanding }[],
): CommitStatus | null {
  const known = standings.flatMap(({ slo, standing }) =>
    'problem' in standing ? [] : [{ slo, left: standing.remaining }],
  );
  const [lowest] = known.toSorted((a, b) => a.left - b.left || (a.slo < b.slo ? -1 : 1));
  if (lowest === undefined) return unknown(standings);
  if (lowest.left > 0) return { state: 'success', why: { kind: 'left', ...lowest } };
  const { slo } = lowest;
  const wanted = fixLabels.map((label) => label.toLowerCase());
  const label = labels.find((one) => wanted.includes(one.toLowerCase()));
  if (label !== undefined) return { state: 'success', why: { kind: 'fix', slo, label } };
  if (overriddenBy !== null)
    return { state: 'success', why: { kind: 'overridden', slo, who: overriddenBy } };
  return { state: whenSpent, why: { kind: 'spent', ...lowest } };
}

function unknown(
  standings: readonly { readonly slo: string; readonly standing: BudgetStanding }[],
): CommitStatus | null {
  for (const { slo, standing } of standings) {
    if (!('problem' in standing)) continue;
    return { state: 'success', why: { kind: 'unknown', slo, problem: standing.problem } };
  }
  return null;
}
