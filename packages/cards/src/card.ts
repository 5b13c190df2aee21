import type { Language } from '@sekisho/words/language';

/** What a button does; Slack's action ids and the console's handlers are the same names. */
export const actionIds = [
  'lease.approve',
  'lease.deny',
  'lease.withdraw',
  'lease.review',
  'ops.connect',
  'ops.extend',
  'ops.hold',
  'ops.handover',
  'ops.replace',
  'ops.stop',
  'access.extend',
  'access.return',
  'ci.extend',
  'ci.stop',
  'membership.extend',
  'membership.return',
  'slo.acknowledge',
  'slo.accept',
  'slo.decline',
] as const;
export type ActionId = (typeof actionIds)[number];

export interface Action {
  readonly id: ActionId;
  readonly label: string;
  /** The lease. */
  readonly value: string;
  /** The same by command line, with samples where something must be chosen. */
  readonly command: string;
  readonly style: 'primary' | 'danger' | 'plain';
}

/** A bar from ready to the hard maximum, as fractions of that span that sum to 1. */
export interface Bar {
  readonly spent: number;
  readonly left: number;
  /** What extending could still add. */
  readonly spare: number;
}

/** One line of a card: its words in order, plain text. Free text of people is only ever a `quote`. */
export type Part =
  | { readonly type: 'facts'; readonly facts: readonly string[] }
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'bar'; readonly bar: Bar; readonly words: string }
  | {
      readonly type: 'notice';
      readonly level: 'error' | 'warning' | 'information';
      readonly text: string;
      /** The original words of another system, shown only on demand where that is possible. */
      readonly detail: string | null;
    }
  /** Leads out of Sekisho, to where what is lent is used. */
  | { readonly type: 'link'; readonly label: string; readonly url: string }
  | {
      readonly type: 'row';
      readonly glyph: string;
      readonly mark: boolean;
      readonly words: readonly string[];
      readonly actions: readonly Action[];
    };

/** What is shown of a lease or about one, in the order in which it is read; renderers only differ in how. */
export interface Card {
  readonly language: Language;
  /** Production's strong mark: a red band, the same everywhere. */
  readonly production: boolean;
  readonly glyph: string;
  /** First line: state, kind, environment. */
  readonly head: readonly string[];
  readonly parts: readonly Part[];
  readonly actions: readonly Action[];
  readonly link: { readonly label: string; readonly url: string } | null;
}
