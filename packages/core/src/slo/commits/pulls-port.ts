import type { TakenPull } from './store.ts';

/** What GitHub answers to a question for open pull requests. */
export type PullsAnswer =
  | {
      readonly kind: 'pulls';
      readonly pulls: readonly TakenPull[];
      /** Whether another page follows. */
      readonly more: boolean;
      /** Names what was answered, so that the same need not be sent again; null when it has no name. */
      readonly etag: string | null;
    }
  /** What `etag` names is still so. */
  | { readonly kind: 'unchanged' }
  /** It asks to be left alone for so many seconds; null when it says not for how long. */
  | { readonly kind: 'limited'; readonly seconds: number | null }
  /** Another try is the same until somebody changes something. */
  | { readonly kind: 'refused'; readonly status: number };

/** Which of the pull requests are asked for: a hundred on each page, those that changed last first. */
export interface PullsAsked {
  /** `owner/name`. */
  readonly repository: string;
  /** From 1. */
  readonly page: number;
  /** Of what is known already; null to be told all the same. */
  readonly etag: string | null;
}

/** Asks GitHub for open pull requests. Errors: throws when it cannot be reached, or is unwell. */
export type ListPulls = (asked: PullsAsked) => Promise<PullsAnswer>;
