import type {
  BurnReading,
  DropReading,
  GuardReading,
  Reading,
  SpentReading,
} from '@sekisho/objectives/alerts';
import type { ExplainedFiring } from '@sekisho/objectives/report';
import type { Language } from '@sekisho/words/language';
import { count, percent, span, times } from './figures.ts';

const tiers: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'page-quick': { en: 'fast burn', ja: '急な消費' },
  'page-slow': { en: 'slow burn', ja: '緩やかな消費' },
  'ticket-quick': { en: 'fast burn', ja: '急な消費' },
  'ticket-slow': { en: 'slow burn', ja: '緩やかな消費' },
};

/** The condition that made an alert fire, or that came nearest to it. */
export function reasonOf({ readings }: ExplainedFiring): Reading | undefined {
  return readings.find(({ holds }) => holds) ?? readings.find(wasHeldBack) ?? readings[0];
}

function wasHeldBack(reading: Reading): boolean {
  return reading.kind === 'burn' && reading.guard !== null;
}

/** What a firing is called: its tier, or that the budget was spent, or dropped. */
export function tierText(firing: ExplainedFiring, language: Language): string {
  const reason = reasonOf(firing);
  if (reason?.kind === 'burn') return tiers[reason.tier]?.[language] ?? reason.tier;
  if (reason?.kind === 'budget-drop')
    return { en: 'budget drop', ja: 'バジェットの急減' }[language];
  return { en: 'budget spent', ja: 'バジェット超過' }[language];
}

/** The arithmetic of a firing as sentences. */
export function whyText(firing: ExplainedFiring, language: Language): string {
  const reason = reasonOf(firing);
  if (reason?.kind === 'burn') return burnText(reason, language);
  if (reason?.kind === 'budget-drop') return dropText(reason, language);
  return reason?.kind === 'budget-spent' ? spentText(reason, language) : '';
}

function burnText(reading: BurnReading, language: Language): string {
  const { long, short, factor, threshold, guard } = reading;
  const of = ({ bad, total }: BurnReading['long']) =>
    ({
      en: `${count(bad)} of ${count(total)} failed`,
      ja: `${count(total)} 件中 ${count(bad)} 件が失敗`,
    })[language];
  const share = percent(long.total === 0 ? 0 : long.bad / long.total);
  const first = {
    en: `In ${span(long.minutes, 'en')} ${of(long)} (${share}): the budget burned at ${times(long.burn)}, and at ${times(short.burn)} in the last ${span(short.minutes, 'en')} (${of(short)}).`,
    ja: `${span(long.minutes, 'ja')}で ${of(long)} (${share})。バーンレートは ${times(long.burn)}、直近 ${span(short.minutes, 'ja')}では ${times(short.burn)} (${of(short)})。`,
  }[language];
  const limit = {
    en: `It fires above ${times(factor)} (${percent(threshold)} failing).`,
    ja: `${times(factor)} (失敗率 ${percent(threshold)}) を超えると発報します。`,
  }[language];
  const judged = guard === null ? '' : guardText(guard, language);
  return [first, limit, judged].filter((part) => part !== '').join(language === 'ja' ? '' : ' ');
}

/** What the guard thought: "2 of 3 failed: not significant". */
export function guardText(guard: GuardReading, language: Language): string {
  const { bad, total, chance, alpha, budgetShare, shareNeeded } = guard;
  const [b, t] = [count(bad), count(total)];
  if (!guard.significant) {
    return {
      en: `${b} of ${t} failed: not significant (at that rate chance alone does it ${percent(chance)} of the time; less than ${percent(alpha)} is needed).`,
      ja: `${t} 件中 ${b} 件の失敗: 有意ではありません (その率なら偶然でも ${percent(chance)} の確率で起こる。${percent(alpha)} 未満が必要)。`,
    }[language];
  }
  if (!guard.shareMet) {
    return {
      en: `${b} of ${t} failed: too little (${percent(budgetShare)} of the whole budget; ${percent(shareNeeded)} is needed).`,
      ja: `${t} 件中 ${b} 件の失敗: 影響が小さすぎます (バジェット全体の ${percent(budgetShare)}。${percent(shareNeeded)} 以上が必要)。`,
    }[language];
  }
  const odds =
    chance < 0.0001 ? { en: 'under 0.01%', ja: '0.01% 未満' }[language] : percent(chance);
  return {
    en: `Chance alone would do that ${odds} of the time, and it took ${percent(budgetShare)} of the budget.`,
    ja: `偶然ではなく (確率 ${odds})、バジェットの ${percent(budgetShare)} を消費しました。`,
  }[language];
}

function spentText({ spentShare, at }: SpentReading, language: Language): string {
  return {
    en: `${percent(spentShare)} of the budget was spent; it fires at ${percent(at)}.`,
    ja: `バジェットの ${percent(spentShare)} を消費しました (${percent(at)} で発報)。`,
  }[language];
}

function dropText({ droppedShare, at, minutes }: DropReading, language: Language): string {
  const [gone, limit] = [percent(droppedShare), percent(at)];
  return {
    en: `${gone} of the budget went in ${span(minutes, 'en')}; it fires at ${limit}.`,
    ja: `${span(minutes, 'ja')}でバジェットの ${gone} を消費しました (${limit} で発報)。`,
  }[language];
}
