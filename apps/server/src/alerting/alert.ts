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

/** All sentences, and the budget. */
export function detailsOf({ page, language }: Alert): string {
  const { share } = figuresIn(language);
  const { budget } = page.why;
  const left = budget === null ? [] : [share(budget.remainingShare)];
  const words = language === 'ja' ? 'バジェットの残り' : 'Budget left:';
  return [...whyFired(page.why, language), ...left.map((text) => `${words} ${text}`)].join('\n');
}
