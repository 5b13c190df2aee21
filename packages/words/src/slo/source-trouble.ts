import type { Language, SloDetail } from '@sekisho/contract';

/** What keeps a source from being counted, or null when all is well; the source's own words come last. */
export function sourceTrouble(
  health: SloDetail['sourceHealth'],
  language: Language,
): string | null {
  if (health === null) return null;
  const { failure, backfillLeft, damaged, lost, probe } = health;
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
  if (probe !== undefined && probe.failed > 0) {
    const faults = probe.faults.map(({ what, runs }) => `${what} × ${runs}`).join(', ');
    return say(
      `${probe.failed} of ${probe.runs} runs of the last hour failed: ${faults}`,
      `直近 1 時間の ${probe.runs} 回中 ${probe.failed} 回が失敗（${faults}）`,
    );
  }
  return null;
}
