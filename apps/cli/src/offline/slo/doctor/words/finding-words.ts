import type { FindingCode } from '@sekisho/objectives/doctor';
import type { Pair } from '@sekisho/words/language';

/** What is said of a finding; `{facts}` are its evidence, `{subject}` what it is about. */
export interface FindingWords {
  /** In a few words, for a list. */
  readonly title: Pair;
  /** What is there, with figures. */
  readonly seen: Pair;
  /** Why that keeps an SLI from being had, or from being true. */
  readonly why: Pair;
  /** What to do. */
  readonly act: Pair;
}

export type WordsOf<Code extends FindingCode> = Readonly<Record<Code, FindingWords>>;
