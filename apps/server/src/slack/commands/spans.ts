import { parseDuration } from '@sekisho/words';
import type { Token } from './tokens.ts';

/** The span that words begin with, and of how many it is; an empty one when they do not. */
export function spanAt(words: readonly string[]): {
  readonly text: string;
  readonly words: number;
} {
  for (const count of [2, 1]) {
    const text = words.slice(0, count).join(' ');
    if (words.length >= count && parseDuration(text) !== null) return { text, words: count };
  }
  return { text: '', words: 0 };
}

/** The first span among the words, and the words without it. */
export function spanIn(all: readonly Token[]): { span: string | null; rest: string } {
  for (const words of [2, 1]) {
    for (let index = 0; index + words <= all.length; index += 1) {
      const span = all
        .slice(index, index + words)
        .map(({ text }) => text)
        .join(' ');
      if (parseDuration(span) === null) continue;
      const rest = [...all.slice(0, index), ...all.slice(index + words)];
      return { span, rest: rest.map(({ text }) => text).join(' ') };
    }
  }
  return { span: null, rest: all.map(({ text }) => text).join(' ') };
}
