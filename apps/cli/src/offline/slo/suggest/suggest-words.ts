import type { Against, Doubt } from '@sekisho/objectives/suggest';
import type { Language } from '@sekisho/words/language';
import { count, percent, plural, span } from '../report/figures.ts';
import { missingText } from '../report/missing-text.ts';

/** What speaks against a target, short enough for a table. */
export function againstText(one: Against, language: Language): string {
  switch (one.code) {
    case 'overspent':
      return {
        en: `not kept (lowest ${percent(one.lowest)})`,
        ja: `守れていない (最低 ${percent(one.lowest)})`,
      }[language];
    case 'too-many-pages':
      return {
        en: `${count(one.pages)} pages (more than ${count(one.most)})`,
        ja: `ページが ${count(one.pages)} 件 (${count(one.most)} 件まで)`,
      }[language];
    case 'misses':
      return {
        en: `misses ${one.incidents.join(', ')}`,
        ja: `見逃し ${one.incidents.join(', ')}`,
      }[language];
    case 'unproven':
      return {
        en: `not proven (no more than ${percentCut(one.provenTarget)})`,
        ja: `実績不足 (示せるのは ${percentCut(one.provenTarget)} まで)`,
      }[language];
    case 'too-few':
      return {
        en: 'one failed request spends it',
        ja: '1 件の失敗で使い切る',
      }[language];
    case 'dead':
      return {
        en: `can never fire: ${one.tiers.join(', ')}`,
        ja: `発報しない: ${one.tiers.join(', ')}`,
      }[language];
  }
}

/** Why the suggestion may be wrong, as a sentence. */
export function doubtText(doubt: Doubt, language: Language): string {
  switch (doubt.code) {
    case 'short': {
      const known = span(doubt.days * 1440, language);
      const whole = span(doubt.windowDays * 1440, language);
      return {
        en: `The logs hold only ${known} of a window of ${whole}: a rarer failure may not be in them. Ask again with more.`,
        ja: `ログは ${known} しかなく、期間 ${whole} に足りません。まれな障害が含まれていない可能性があります。ログを増やして再確認してください。`,
      }[language];
    }
    case 'holes':
      return {
        en: `${span(doubt.minutes, 'en')} of that time hold no line: what failed then is not known. It is ${missingText(doubt.policy, 'en')}.`,
        ja: `そのうち ${span(doubt.minutes, 'ja')}は行がなく、その間の失敗は分かりません (${missingText(doubt.policy, 'ja')})。`,
      }[language];
    case 'low-traffic':
      return {
        en: `At this traffic only ${plural(doubt.allowed, 'request')} may fail in a whole window: one bad minute can spend it.`,
        ja: `この件数では期間全体で ${count(doubt.allowed)} 件しか失敗できず、1 分の障害で使い切る可能性があります。`,
      }[language];
    case 'no-failures':
      return {
        en: `Nothing failed: from so many requests no more than about ${percentCut(doubt.provenTarget)} is proven (95% confidence).`,
        ja: `失敗が 1 件もありません。この件数で示せるのは ${percentCut(doubt.provenTarget)} 程度までです (信頼度 95%)。`,
      }[language];
    case 'uncaught':
      return {
        en: `No target that suits would have paged for: ${doubt.incidents.join(', ')}. Another SLI (latency, a route of its own) may see it.`,
        ja: `適した目標値では次のインシデントで発報しません: ${doubt.incidents.join(', ')}。別の SLI (所要時間やルート別) なら捉えられる可能性があります。`,
      }[language];
    case 'no-incidents':
      return {
        en: 'No incident was declared, so whether it pages for what users feel is not known: --incidents.',
        ja: 'インシデントの指定がないため、利用者への影響で発報するかは分かりません。--incidents で指定できます。',
      }[language];
  }
}

/** A target, cut after two digits: it must not promise more than is proven. */
function percentCut(target: number): string {
  return `${(Math.floor(target * 10_000) / 100).toFixed(2)}%`;
}
