/** What is said of a finding. */
export interface Words {
  readonly message: string;
  readonly fix: string;
}

/** What a finding is about, for whoever words it. */
interface About {
  /** A value, a claim, an operator; empty where the statement alone is. */
  readonly value: string;
  /** What follows `oidc-provider/` in a principal that is right. */
  readonly issuer: string;
  readonly audience: string;
  /** What a subject in full looks like there. */
  readonly subject: string;
}

export type Say = (about: About) => Words;
