import type { InputOf, OperationName } from './operations.ts';
import type { Place } from './world/records.ts';
import type { Refusal } from './world/refusal.ts';

/** One call to AWS: what is asked, by whom, in which account and region. */
export interface Call<Name extends OperationName> extends Place {
  readonly operation: Name;
  readonly caller: string;
  /** The key that signed it, when a role session's: the call is then judged by its policies. */
  readonly accessKey?: string | undefined;
  /** ARN of the role that a service of AWS makes it with. */
  readonly role?: string | undefined;
  /** Whether it only asks if it might: EC2's `DryRun`. */
  readonly dryRun?: boolean;
  readonly input: InputOf<Name>;
}

/** What the caller gets; `lost` is no answer at all, whatever happened. */
export type Outcome<Output> =
  | { readonly kind: 'answer'; readonly output: Output }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'lost' };
