import type { SloDetail } from '@sekisho/contract';
import { judgeSpan, sumLedger } from '@sekisho/objectives/budget';
import { composite } from '@sekisho/objectives/composite';
import type { Span } from '@sekisho/objectives/minutes';
import type { Look } from './evaluate/index.ts';

/** The parts of a composite over its window, and how much of its errors each is to blame for; none otherwise. */
export function partViews(
  { slo, objective, ledger }: Pick<Look, 'slo' | 'objective' | 'ledger'>,
  span: Span | null,
): SloDetail['parts'] {
  const { parts } = ledger;
  if (parts === undefined || span === null) return [];
  const judged = parts.map((part) => judgeSpan(objective, part.ledger, span));
  const members = parts.map(({ name, weight }, index) => {
    const { total, bad } = judged[index] ?? { total: 0, bad: 0 };
    const sli = total > 0 ? Math.min(Math.max(1 - bad / total, 0), 1) : null;
    return { name, weight, sli, whenMissing: 'ignore' as const };
  });
  // Of a budget of everything the burn is the share of errors itself.
  const { members: weighed, burn: errors } = composite(members, 1);
  return members.map(({ name, weight, sli }, index) => {
    const part = parts[index];
    const { measured, expected } = part
      ? sumLedger(part.ledger, span)
      : { measured: 0, expected: 0 };
    return {
      ...{ name, weight, sli, source: slo.parts?.[index]?.indicator.source ?? '' },
      errorShare: errors ? (weighed[index]?.error ?? 0) / errors : null,
      coverage: expected === 0 ? null : measured / expected,
    };
  });
}
