import type { Language } from './language.ts';
import { formatSpan } from './time/format-duration.ts';

/** A sum in US dollars: `$0.19`, `$1,204.50`; what rounds to nothing says so. */
export function formatDollars(amount: number, language: Language): string {
  if (amount > 0 && amount < 0.005) return language === 'ja' ? '$0.01 未満' : 'under $0.01';
  return dollars(amount, 2);
}

/** A price for an hour, in as many digits as the price list has: `$0.0104/h`, `$0.096/時`. */
export function formatRate(perHour: number, language: Language): string {
  if (perHour === 0) return language === 'ja' ? '料金なし' : 'no charge';
  return `${dollars(perHour, 4)}/${language === 'ja' ? '時' : 'h'}`;
}

/**
 * A price with its unit and span: `$0.096/h, about $0.19 for 2 h`.
 * @param perHour US dollars, or null for a type that the price table does not hold
 */
export function formatCost(perHour: number | null, seconds: number, language: Language): string {
  if (perHour === null) return language === 'ja' ? '料金は不明' : 'price not known';
  if (perHour === 0) return formatRate(perHour, language);
  const total = formatDollars((perHour * seconds) / 3600, language);
  const span = formatSpan(seconds, language);
  return language === 'ja'
    ? `${formatRate(perHour, language)}、${span}で約 ${total}`
    : `${formatRate(perHour, language)}, about ${total} for ${span}`;
}

const numbers = new Map<number, Intl.NumberFormat>();

function dollars(amount: number, digits: number): string {
  const known = numbers.get(digits);
  const format =
    known ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: digits });
  if (known === undefined) numbers.set(digits, format);
  return `${amount < 0 ? '-' : ''}$${format.format(Math.abs(amount))}`;
}
