/** Every inline policy that Sekisho writes has a name that begins so, and no other does. */
export const policyPrefix = 'sekisho-';

/** The tag that a session of the broker bears. */
export const leaseTag = 'sekisho:lease';

/**
 * What all inline policies of a role may be together, white space aside.
 * Source: "Role inline policy size" of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const inlineLimit = 10_240;

/** One statement of an IAM policy, as JSON has it. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Conditions;
}

/** Values by condition key, by operator. */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

/** A policy of these statements, as JSON without white space. */
export function documentOf(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/**
 * How many characters are left for one inline policy of a role beside its others.
 *
 * @param policies all inline policies of the role by name, as parsed JSON: those of its owner count too
 * @param name the policy that is to be written; what stands under that name is replaced
 */
export function roomBeside(policies: Readonly<Record<string, unknown>>, name: string): number {
  const others = Object.entries(policies).filter(([each]) => each !== name);
  return others.reduce((room, [, policy]) => room - JSON.stringify(policy).length, inlineLimit);
}
