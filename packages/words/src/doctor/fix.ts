import type { Language } from '@sekisho/contract';
import type { Pair } from '../language.ts';

/** A stretch of what to do: prose, or a command to be typed as it stands. */
export interface FixPart {
  readonly text: string;
  readonly isCommand: boolean;
}

const begins = /\b(?:sekisho|chmod) (?=[a-z\d])/g;
/** More than the word that it begins with: a mode without a file does nothing. */
const isWhole = /^(?:sekisho|chmod \d+) \S/;

/**
 * Tells commands from prose: what begins like one and stands in both languages letter by letter is no
 * prose. `{names}` of facts are left as they are.
 */
export function partsOf(fix: Pair, language: Language): readonly FixPart[] {
  const parts: FixPart[] = [];
  let rest = fix[language];
  for (const command of commandsIn(fix)) {
    const at = rest.indexOf(command);
    if (at < 0) continue;
    parts.push({ text: rest.slice(0, at), isCommand: false }, { text: command, isCommand: true });
    rest = rest.slice(at + command.length);
  }
  return [...parts, { text: rest, isCommand: false }].filter(({ text }) => text !== '');
}

function commandsIn({ en, ja }: Pair): readonly string[] {
  const theirs = [...ja.matchAll(begins)].map(({ index }) => ja.slice(index));
  return [...en.matchAll(begins)].flatMap(({ index }) => {
    const shared = theirs.map((text) => sharedStart(en.slice(index), text));
    const longest = shared.reduce((best, one) => (one.length > best.length ? one : best), '');
    return isWhole.test(longest) ? [longest] : [];
  });
}

/** What two sentences begin with alike, without the sign or space that ends it in one of them. */
function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length).replace(/[\s,.;:)]+$/, '');
}

/** A fact as a shell takes it for one word, whatever is in it. */
export function oneWord(fact: string): string {
  return /^[\w./@:=+-]+$/.test(fact) ? fact : `'${fact.replaceAll("'", `'\\''`)}'`;
}
