import type { Report } from '@sekisho/objectives/report';
import type { Language } from '@sekisho/words/language';
import { formatMoment } from '@sekisho/words/time';
import { count, outageMinutes, percent, plural, signed, span, times, unitText } from './figures.ts';
import { missingText } from './missing-text.ts';
import { labels } from './words.ts';

/** Who reads, for times and language. */
export interface Reader {
  readonly language: Language;
  /** IANA zone. */
  readonly timeZone: string;
  readonly now: Date;
}

/** A minute in the reader's zone. */
export function momentText(minute: number, { language, timeZone, now }: Reader): string {
  return formatMoment(new Date(minute * 60_000), { language, timeZone, now, withDay: true });
}

/** What remains of the budget, signed: `+58% left: 16.8 of 40.2 requests may still fail`. */
export function budgetText({ budget, objective }: Report, language: Language): string {
  const { remaining, remainingShare, allowed, bad } = budget;
  const unit = unitText(objective.method, language);
  if (remainingShare === null) return labels.noEvents[language];
  const share = signed(remainingShare);
  if (remaining < 0) {
    return {
      en: `${share}: overspent, ${count(bad)} ${unit} failed and ${count(allowed)} may`,
      ja: `${share}: 超過。許容 ${count(allowed)} ${unit}に対して失敗 ${count(bad)} ${unit}`,
    }[language];
  }
  return {
    en: `${share} left: ${count(bad)} of the ${count(allowed)} ${unit} that may fail did`,
    ja: `残り ${share}: 許容 ${count(allowed)} ${unit}のうち ${count(bad)} ${unit}が失敗`,
  }[language];
}

/** The same in minutes; null when nothing was measured. */
export function outageText(report: Report, language: Language): string | null {
  const minutes = outageMinutes(report);
  if (minutes === null) return null;
  const length = span(Math.abs(minutes), language);
  return minutes < 0
    ? { en: `−${length} (too much)`, ja: `−${length} (超過)` }[language]
    : { en: `+${length} left`, ja: `残り +${length}` }[language];
}

export function burnsText({ burns }: Report, language: Language): string {
  const shown = burns.filter(({ minutes }) => minutes >= 60);
  return shown.map((one) => `${span(one.minutes, language)} ${times(one.burn)}`).join(' · ');
}

/** How long the budget lasts at the last hour's rate, or when it is kept again; null when nothing is to say. */
export function outlookText({ outlook, budget }: Report, reader: Reader): string | null {
  const { language } = reader;
  if (outlook.recoversAt !== null) {
    const when = momentText(outlook.recoversAt, reader);
    return {
      en: `kept again on ${when}, if nothing more fails`,
      ja: `これ以上失敗がなければ ${when} に目標内へ戻る`,
    }[language];
  }
  if (budget.remaining < 0 || outlook.minutesLeft === null) return null;
  const left = span(outlook.minutesLeft, language);
  return {
    en: `at the last hour's rate it lasts ${left}`,
    ja: `直近 1 時間の速さならあと ${left}`,
  }[language];
}

/** The first line of a window's logs comes a little after the window begins. */
const nearlyFull = 0.99;

/** Which part of the window the logs cover; a window that is not full says so. */
export function coverageText({ budget, logs, objective }: Report, language: Language): string {
  const { window, from, full, asOf, coverage } = budget;
  const known = span(asOf - from, language);
  const whole = span(window.to - window.from, language);
  const share = percent(coverage.measured / 60_000 / Math.max(window.to - window.from, 1));
  const holes = logs.holes.filter(({ to }) => to > from).length;
  const missing =
    holes === 0
      ? ''
      : {
          en: `, ${plural(holes, 'gap')} ${missingText(objective.missing, 'en')}`,
          ja: `、欠落 ${holes} か所 (${missingText(objective.missing, 'ja')})`,
        }[language];
  if (full || asOf - from >= (window.to - window.from) * nearlyFull)
    return { en: `${share} of the window${missing}`, ja: `期間の ${share}${missing}` }[language];
  return {
    en: `${share}: window not yet full (${known} of ${whole})${missing}`,
    ja: `${share}: 期間の全体はまだありません (${whole} のうち ${known})${missing}`,
  }[language];
}
