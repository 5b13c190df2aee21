import type { Pattern } from './pattern.ts';
import type { Place } from './places.ts';

/** How much may still be tried on behalf of one statement: whoever writes a policy must not keep its reader busy. */
export interface Patience {
  left: number;
}

interface Step {
  /** How far each pattern was read. */
  readonly at: readonly number[];
  readonly place: number;
  /** Parts of which at least one letter was left to be chosen. */
  readonly open: number;
  readonly text: string;
}

/**
 * A text of such places that all the patterns fit, or null when there is none, or none was found while
 * patience lasted.
 * @param open parts of which the patterns must leave at least one letter to whoever chooses it
 * @param fillers letters for what may be anything: the first that may stand there does
 */
export function commonText(
  patterns: readonly Pattern[],
  places: readonly Place[],
  open: number,
  fillers: readonly string[],
  patience: Patience,
): string | null {
  if (open !== 0 && !patterns.every((pattern) => /[*?]/.test(pattern.text))) return null;
  const seen = new Set<string>();
  const steps: Step[] = [{ at: patterns.map(() => 0), place: 0, open: 0, text: '' }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (patience.left <= 0) return null;
    patience.left -= 1 + patterns.length;
    const { at, place, text } = step;
    const key = `${at.join(' ')} ${place} ${step.open & open}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const isEnd = place === places.length && at.every((to, k) => to === patterns[k]?.text.length);
    if (isEnd && (step.open & open) === open) return text;
    steps.push(...nextLetter(step, patterns, places[place], fillers));
    if (places[place]?.isRepeated === true) steps.push({ ...step, place: place + 1 });
    for (const [k, to] of at.entries())
      if (patterns[k]?.text[to] === '*') steps.push({ ...step, at: at.with(k, to + 1) });
  }
  return null;
}

function nextLetter(
  { at, place, open, text }: Step,
  patterns: readonly Pattern[],
  next: Place | undefined,
  fillers: readonly string[],
): readonly Step[] {
  const signs = patterns.map(({ text: pattern }, k) => pattern[at[k] ?? 0]);
  if (next === undefined || signs.includes(undefined)) return [];
  const literalsOf = (ignoresCase: boolean) =>
    signs.filter((sign, k) => !isWild(sign) && patterns[k]?.ignoresCase === ignoresCase);
  const [literals, loose] = [literalsOf(false), literalsOf(true)];
  const candidates = typeof next.letters === 'string' ? [next.letters] : [...loose, ...fillers];
  const letter = literals[0] ?? candidates.find((one) => one !== undefined && mayBe(next, one));
  if (letter === undefined || !mayBe(next, letter)) return [];
  if (literals.some((sign) => sign !== letter)) return [];
  if (loose.some((sign) => sign?.toLowerCase() !== letter.toLowerCase())) return [];
  return [
    {
      at: at.map((to, k) => (signs[k] === '*' ? to : to + 1)),
      place: next.isRepeated ? place : place + 1,
      open: signs.every(isWild) ? open | next.of : open,
      text: text + letter,
    },
  ];
}

function isWild(sign: string | undefined): boolean {
  return sign === '*' || sign === '?';
}

function mayBe({ letters }: Place, letter: string): boolean {
  return typeof letters === 'string' ? letters === letter : letters.test(letter);
}
