import type { Pair } from '@sekisho/words';

/** What a check wants, and a sample of it. */
export interface Shape {
  readonly what: string;
  readonly like: string;
}

/** The same in both languages. */
export function pair(what: string, like: string, whatJa: string, likeJa: string): Pair<Shape> {
  return { en: { what, like }, ja: { what: whatJa, like: likeJa } };
}
