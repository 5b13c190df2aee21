import type { VerbName } from '@sekisho/contract';
import type { Kind } from './kinds.ts';

/** What a command asks for. */
export type Plan =
  | { readonly do: 'help' }
  | { readonly do: 'unknown'; readonly word: string }
  /** A form, filled with what was said. */
  | {
      readonly do: 'form';
      readonly verb: VerbName;
      readonly initial: Readonly<Record<string, string>>;
    }
  /** A verb; one about a lease that was not named means the person's own. */
  | {
      readonly do: 'verb';
      readonly verb: VerbName;
      readonly input: Readonly<Record<string, unknown>>;
      /** The kind of lease that was named in place of one. */
      readonly kind?: Kind;
    };
