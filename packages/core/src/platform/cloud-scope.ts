/** Where an environment lives in AWS. */
export interface CloudScope {
  readonly environment: string;
  /** Twelve-digit AWS account id. */
  readonly account: string;
  readonly region: string;
  /** Role that Sekisho assumes in the account; none means its own credentials. */
  readonly roleArn?: string;
  readonly externalId?: string;
}
