import type { PlanSummary, Risk } from '@sekisho/terraform-plan';
import { cut, type Language } from '@sekisho/words/language';
import { andMore, countFacts, driftText, riskText } from '@sekisho/words/plan';
import type { Part } from './card.ts';
import { type CardOptions, say } from './options.ts';

/** Risks that a card names; the console has the rest. */
export const mostPlanRisks = 6;

/** What a card needs of a plan's summary. */
export type PlanOnCard = Pick<PlanSummary, 'counts' | 'risks' | 'riskCounts'>;

/**
 * A plan on the card of a lease for CI: what it does in numbers, then its risks, the worst first.
 * Drift is only counted, for no approval is about it.
 * @param most risks that are named; how many more there are is said
 */
export function planParts(
  plan: PlanOnCard,
  { language }: Pick<CardOptions, 'language'>,
  most: number = mostPlanRisks,
): Part[] {
  const named = plan.risks.filter(({ severity }) => severity !== 'note').slice(0, most);
  const { danger, warning, note } = plan.riskCounts;
  const more = danger + warning + note - named.length;
  return [
    { type: 'facts', facts: planFacts(plan, language) },
    ...named.map((risk) => riskPart(risk, language)),
    ...(more > 0
      ? [{ type: 'facts', facts: [moreText(more, named.length, language)] } as const]
      : []),
  ];
}

/** One line about a plan: its counts, and what drifted. */
export function planFacts(plan: Pick<PlanSummary, 'counts'>, language: Language): string[] {
  const drift = driftText(plan.counts, language);
  return [...countFacts(plan.counts, language), ...(drift === null ? [] : [drift])];
}

function riskPart(risk: Risk, language: Language): Part {
  const level = risk.severity === 'danger' ? 'error' : 'warning';
  const text = cut(riskText(risk, language), 300);
  const address = cut(risk.address, 160);
  return {
    type: 'notice',
    level,
    text: address === '' ? text : `${address}: ${text}`,
    detail: null,
  };
}

/** Where nothing is named, "and 3 more" would be more than what? */
function moreText(more: number, named: number, language: Language): string {
  if (named > 0) return andMore(more, language);
  return say(language, `${more} to note`, `参考 ${more} 件`);
}
