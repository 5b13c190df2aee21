/** What an expression of PromQL gives. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** Why Prometheus's parser refuses a query. */
export type PromqlWhy =
  | { readonly why: 'syntax' }
  | { readonly why: 'unfinished' }
  | { readonly why: 'unknown-function'; readonly name: string }
  | { readonly why: 'experimental'; readonly name: string }
  | { readonly why: 'wrong-type'; readonly wanted: readonly ValueType[]; readonly found: ValueType }
  | { readonly why: 'argument-count'; readonly name: string; readonly wanted: string }
  | { readonly why: 'needs-bool' }
  | { readonly why: 'bool-misplaced' }
  | { readonly why: 'set-of-numbers' }
  | { readonly why: 'matching-numbers' }
  | { readonly why: 'group-in-set' }
  | { readonly why: 'label-twice'; readonly name: string }
  | { readonly why: 'selects-all' }
  | { readonly why: 'name-twice' }
  | { readonly why: 'not-a-selector'; readonly what: '[…]' | 'offset' | '@' }
  | { readonly why: 'twice'; readonly what: 'offset' | '@' }
  | { readonly why: 'label-name' }
  | { readonly why: 'string' }
  | { readonly why: 'regex' }
  | { readonly why: 'number' }
  | { readonly why: 'duration' };

/** Where (UTF-16 units from the start) and why. */
export type PromqlFault = PromqlWhy & { readonly at: number };
