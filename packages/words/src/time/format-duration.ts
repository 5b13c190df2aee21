import type { Language, Pair } from '../language.ts';

const units: readonly (readonly [seconds: number, short: Pair, spaced: Pair])[] = [
  [86_400, { en: 'd', ja: '日' }, { en: ' d', ja: ' 日' }],
  [3_600, { en: 'h', ja: '時間' }, { en: ' h', ja: ' 時間' }],
  [60, { en: 'm', ja: '分' }, { en: ' min', ja: ' 分' }],
  [1, { en: 's', ja: '秒' }, { en: ' s', ja: ' 秒' }],
];

/** Writes a span exactly, as `parseDuration` reads it back: `1h30m`, `1時間30分`; `0s` for nothing or less. */
export function formatDuration(seconds: number, language: Language): string {
  const parts = split(Math.max(0, Math.round(seconds)));
  return (
    parts.map(({ count, short }) => count + short[language]).join('') || zero('short', language)
  );
}

/** Writes a span to be read at a glance, at most two units, rounded down: `42 min`, `1 h 30 min`, `1 時間 30 分`. */
export function formatSpan(seconds: number, language: Language): string {
  const parts = split(Math.max(0, Math.floor(seconds)));
  const first = parts[0];
  if (first === undefined) return zero('spaced', language);
  const second = parts[1];
  const next = units[units.findIndex(([unit]) => unit === first.unit) + 1]?.[0];
  // Seconds beside hours or days would only flicker, and `1 d 1 min` reads as a mistake.
  const shown =
    second !== undefined && second.unit === next && next >= 60 ? [first, second] : [first];
  return shown.map(({ count, spaced }) => count + spaced[language]).join(' ');
}

function split(whole: number) {
  let rest = whole;
  return units
    .map(([unit, short, spaced]) => {
      const count = Math.floor(rest / unit);
      rest -= count * unit;
      return { count, unit, short, spaced };
    })
    .filter(({ count }) => count > 0);
}

function zero(form: 'short' | 'spaced', language: Language): string {
  const words = { short: { en: '0s', ja: '0秒' }, spaced: { en: '0 s', ja: '0 秒' } };
  return words[form][language];
}
