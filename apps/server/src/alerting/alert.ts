import type { SloPage } from '@sekisho/contract';
import { figuresIn, type Language, whyFired } from '@sekisho/words';

/** What became of a page, as other systems are told. */
export type AlertEvent = 'fired' | 'changed' | 'resolved';

/** A page on its way to another system. */
export interface Alert {
  readonly event: AlertEvent;
  readonly page: SloPage;
  readonly language: Language;
  /** Where the console shows it; null when nobody said where that is. */
  readonly link: string | null;
  readonly installation: string;
}

/** One line that says what burns and why: `checkout · Checkout answers: 42 of 1,200 failed in 1h …`. */
export function summaryOf({ page, language }: Alert): string {
  const [why = page.why.kind] = whyFired(page.why, language);
  return `${page.service} · ${page.displayName ?? page.slo}: ${why}`;
}

/** All sentences, the budget, and when it is whole again. */
export function detailsOf({ page, language }: Alert): string {
  const { share } = figuresIn(language);
  const { budget, kind, resetsAt } = page.why;
  const ofBudget = kind !== 'no-data' && kind !== 'client-errors';
  const left = budget === null ? [] : [leftOf(share(budget.remainingShare), language)];
  const told = ofBudget && page.resolvedAt === null && resetsAt !== null;
  const whole = told ? [wholeAgain(resetsAt, language)] : [];
  return [...whyFired(page.why, language), ...left, ...whole].join('\n');
}

function leftOf(share: string, language: Language): string {
  return { en: `Budget left: ${share}`, ja: `バジェットの残り ${share}` }[language];
}

/** @param at ISO 8601 in UTC */
function wholeAgain(at: string, language: Language): string {
  const moment = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  return {
    en: `Budget whole again if nothing more fails: ${moment}`,
    ja: `これ以上失敗しない場合のバジェット全回復: ${moment}`,
  }[language];
}
