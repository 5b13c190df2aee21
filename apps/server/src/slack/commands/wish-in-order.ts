import type { VerbName } from '@sekisho/contract';
import type { Flagged } from './flags.ts';
import type { Plan } from './planned.ts';
import { spanAt } from './spans.ts';
import { tokens } from './tokens.ts';

/**
 * Reads a wish in the order of the command line: the named words, a span, then the reason. What a
 * flag says is not looked for among the words, and no word is dropped.
 */
export function readInOrder(text: string, names: readonly string[], flagged: Flagged): Flagged {
  const all = tokens(text);
  const open = names.filter((name) => !(name in flagged)).slice(0, all.length);
  const places = open.map((name, index) => [name, all[index]?.text ?? '']);
  const behind = all.slice(open.length).map((token) => token.text);
  const span = 'for' in flagged ? { text: '', words: 0 } : spanAt(behind);
  const last = all[open.length + span.words - 1];
  const left = text.slice(last?.end ?? 0).trim();
  const reason = [flagged['reason'], left.replace(/^["“](.*)["”]$/u, '$1')]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return {
    ...(Object.fromEntries(places) as Flagged),
    ...(span.text === '' ? {} : { for: span.text }),
    ...flagged,
    ...(reason === '' ? {} : { reason }),
  };
}

/** The verb, or its form with what was said where something that it needs was not. */
export function planWish(verb: VerbName, wish: Flagged, needed: readonly string[]): Plan {
  if (needed.every((name) => wish[name])) return { do: 'verb', verb, input: wish };
  const initial = Object.entries(wish).map(([name, said]) => [name, said === true ? 'yes' : said]);
  return { do: 'form', verb, initial: Object.fromEntries(initial) as Record<string, string> };
}
