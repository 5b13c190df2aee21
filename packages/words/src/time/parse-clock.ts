/** Minutes since midnight for `14:30`, `9`, `9am`, `9時`, `9時半`, `午後3時15分`; null for anything else. */
export function parseClock(text: string): number | null {
  const clock =
    /^(午前|午後)?(\d{1,2})(?:(?::|時)(\d{2})(?::\d{2})?分?|時(\d{1,2})分|時(半)|時|)\s*(am|pm)?$/.exec(
      text,
    );
  if (clock === null) return named.get(text) ?? null;
  const [, kanji, hourText = '', colon, minutes, half, latin] = clock;
  const bare = !/[:時]/.test(text) && latin === undefined;
  const hour = Number(hourText);
  const minute = half === undefined ? Number(colon ?? minutes ?? 0) : 30;
  const halfDay = kanji !== undefined || latin !== undefined;
  if (bare || minute > 59 || hour > (halfDay ? 12 : 23)) return null;
  const afternoon = kanji === '午後' || latin === 'pm';
  return (halfDay ? (hour % 12) + (afternoon ? 12 : 0) : hour) * 60 + minute;
}

const named: ReadonlyMap<string, number> = new Map([
  ['noon', 720],
  ['midnight', 0],
  ['正午', 720],
  ['昼', 720],
]);
