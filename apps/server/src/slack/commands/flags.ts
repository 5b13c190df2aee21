import { spanAt } from './spans.ts';
import { type Token, tokens } from './tokens.ts';

/** Fields by what they are called behind `--`, in either language. */
export type Flags = Readonly<Record<string, string>>;

/** What was said by flags; of `breakGlass` that it was. */
export type Flagged = Readonly<Record<string, string | true>>;

/**
 * Takes `--name value` out of the text; Slack's clients turn `--` into a dash. A value is one word,
 * several in quotation marks, or a span such as `2 hours`; `breakGlass` has none.
 */
export function takeFlags(text: string, flags: Flags): { rest: string; flagged: Flagged } {
  const flagged: Record<string, string | true> = {};
  const all = tokens(text);
  const kept: string[] = [];
  let from = 0;
  for (let index = 0; index < all.length; index += 1) {
    const name = flagOf(all[index], flags);
    if (name === null) continue;
    kept.push(text.slice(from, startOf(text, all, index)));
    const { value, words } = valueOf(name, all.slice(index + 1));
    flagged[name] = value;
    index += words;
    from = all[index]?.end ?? text.length;
  }
  return { rest: [...kept, text.slice(from)].join(' '), flagged };
}

function flagOf(token: Token | undefined, flags: Flags): string | null {
  const name = /^(?:--|—|–)([\p{L}-]+)$/u.exec(token?.text ?? '')?.[1]?.toLowerCase();
  return name !== undefined && Object.hasOwn(flags, name) ? (flags[name] ?? null) : null;
}

function valueOf(
  name: string,
  after: readonly Token[],
): { readonly value: string | true; readonly words: number } {
  if (name === 'breakGlass') return { value: true, words: 0 };
  const span = name === 'for' ? spanAt(after.map(({ text }) => text)) : { text: '', words: 0 };
  if (span.words > 0) return { value: span.text, words: span.words };
  return { value: after[0]?.text ?? '', words: 1 };
}

function startOf(text: string, all: readonly Token[], index: number): number {
  const before = all[index - 1]?.end ?? 0;
  return text.slice(before).search(/[^\s\u3000]/u) + before;
}
