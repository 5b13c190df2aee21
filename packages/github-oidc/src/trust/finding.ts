export type TrustCode =
  | 'any-principal'
  | 'wrong-principal'
  | 'wrong-action'
  | 'missing-sub'
  | 'any-repository'
  | 'lookalike-owner'
  | 'any-repository-of-owner'
  | 'open-id'
  | 'pull-request'
  | 'any-ref'
  | 'any-environment'
  | 'missing-audience'
  | 'wrong-audience'
  | 'other-audience'
  | 'for-all-values'
  | 'if-exists'
  | 'wildcard-in-equals'
  | 'unknown-claim'
  | 'unknown-operator'
  | 'no-such-subject'
  | 'old-subject'
  | 'colon-in-name'
  | 'missing-context'
  | 'wrong-key'
  | 'too-intricate';

/** Something in a trust policy that lets in whom it should not, or nobody. */
export interface TrustFinding {
  readonly code: TrustCode;
  readonly statement: string;
  /** What it is about: a value, a claim, an operator; empty where the statement alone is. */
  readonly value: string;
  /** Whose tokens were meant: what follows `oidc-provider/` in a principal that is right. */
  readonly issuer: string;
  /** What those tokens are for. */
  readonly audience: string;
}

/** Notes a finding about what is being looked at. */
export type Add = (code: TrustCode, value?: string) => void;
