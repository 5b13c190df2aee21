import type { Language, SloDetail } from '@sekisho/contract';

/** What keeps a source from being counted, or null when all is well; the source's own words come last. */
export function sourceTrouble(
  health: SloDetail['sourceHealth'],
  language: Language,
): string | null {
  if (health === null) return null;
  const { failure, backfillLeft, damaged, lost } = health;
  const say = (en: string, ja: string) => (language === 'ja' ? ja : en);
  if (failure !== null)
    return say(`cannot be read: ${failure.message}`, `読み取れません: ${failure.message}`);
  if (backfillLeft > 0)
    return say(
      `its past is being counted: ${backfillLeft} left`,
      `過去の分を集計しています（残り ${backfillLeft}）`,
    );
  if (damaged + lost > 0)
    return say(
      `${damaged} damaged and ${lost} lost log objects`,
      `壊れたログ ${damaged} 件、失われたログ ${lost} 件`,
    );
  return null;
}
