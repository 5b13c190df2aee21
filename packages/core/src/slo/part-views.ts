import type { SloDetail } from '@sekisho/contract';
import { type BudgetState, partStandings } from '@sekisho/objectives/budget';
import type { Span } from '@sekisho/objectives/minutes';
import type { Look } from './evaluate/index.ts';

const hour = 60;

/** The parts of a composite over its window, and how fast each burned in the last hour; none otherwise. */
export function partViews(
  { slo, objective, ledger, through }: Pick<Look, 'slo' | 'objective' | 'ledger' | 'through'>,
  budget: BudgetState | null,
): SloDetail['parts'] {
  if (budget === null) return [];
  const { from, asOf, remainingShare } = budget;
  const now = through ?? asOf;
  const over = (span: Span) => partStandings(objective, ledger, span, remainingShare);
  const lately = over({ from: now - hour, to: now });
  return over({ from, to: asOf }).map((part, index) => ({
    ...part,
    burn: lately[index]?.burn ?? null,
    source: slo.parts?.[index]?.indicator.source ?? '',
  }));
}
