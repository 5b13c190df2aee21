import { foldDigits } from './digits.ts';

/** Longest span that is believed, in seconds: ten years. What a lease may last is each environment's rule. */
export const longestDuration = 3660 * 86_400;

const units: readonly (readonly [seconds: number, pattern: string])[] = [
  [7 * 86_400, 'weeks?|wks?|w|週間|週'],
  [86_400, 'days?|d|日間|日'],
  [3_600, 'hours?|hrs?|hr|h|時間'],
  [60, 'minutes?|mins?|min|m|分間|分'],
  [1, 'seconds?|secs?|sec|s|秒間|秒'],
];

const part = units.map(([, pattern]) => `(${pattern})`).join('|');
const term = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(?:${part})(半)?(?![a-z])`, 'y');
const spoken: ReadonlyMap<string, number> = new Map([
  ['half an hour', 1_800],
  ['an hour', 3_600],
  ['one hour', 3_600],
  ['an hour and a half', 5_400],
  ['a day', 86_400],
  ['half a day', 43_200],
  ['a week', 7 * 86_400],
  ['半日', 43_200],
  ['半時間', 1_800],
]);

/**
 * Reads a span as people type it: `90m`, `1h30m`, `1.5h`, `2 hours`, `2時間`, `30分`, `1時間半`, `7d`, `1週間`.
 * @returns whole seconds, or null for anything else, for zero, and for more than ten years
 */
export function parseDuration(text: string): number | null {
  const folded = foldDigits(text).toLowerCase();
  if (folded.length > 60) return null;
  const seconds = Math.round(spoken.get(folded) ?? sumTerms(folded));
  return seconds >= 1 && seconds <= longestDuration ? seconds : null;
}

/** Sums terms from large to small unit; NaN when a unit repeats, rises, or anything else is written. */
function sumTerms(text: string): number {
  let position = 0;
  let total = 0;
  let lastUnit = Number.POSITIVE_INFINITY;
  while (position < text.length) {
    const match = matchTerm(text, position);
    if (match === null) return Number.NaN;
    const { unit, amount, half, end } = match;
    if (unit >= lastUnit) return Number.NaN;
    total += (amount + half) * unit;
    lastUnit = half > 0 ? 0 : unit;
    position = end;
  }
  return total;
}

function matchTerm(text: string, position: number) {
  term.lastIndex = position;
  const match = term.exec(text);
  if (match === null) return null;
  const index = units.findIndex((_, at) => match[at + 2] !== undefined);
  const end = term.lastIndex;
  const between = /^\s*(?:(?:and|,)\s*)?(?=\d)/.exec(text.slice(end));
  return {
    unit: units[index]?.[0] ?? Number.NaN,
    amount: Number(match[1]),
    half: match[units.length + 2] === undefined ? 0 : 0.5,
    end: end + (between?.[0].length ?? 0),
  };
}
