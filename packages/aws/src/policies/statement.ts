/** One statement of a policy, as JSON has it. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

/** Values by condition key, by operator. */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

/** An IAM policy. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** What a statement is about, and when. */
export interface Bounds {
  readonly on: readonly string[];
  readonly when?: Conditions;
}

/** Lets a role do something that was declared. */
export function allow<Declared extends string>(
  Sid: string,
  actions: readonly Declared[],
  bounds: Bounds,
): Statement & { readonly Action: readonly Declared[] } {
  return { Sid, Effect: 'Allow', Action: actions, ...boundsOf(bounds) };
}

/** Forbids a role something, whatever another policy allows it. */
export function deny(Sid: string, Action: readonly string[], bounds: Bounds): Statement {
  return { Sid, Effect: 'Deny', Action, ...boundsOf(bounds) };
}

function boundsOf({ on, when }: Bounds): Pick<Statement, 'Resource' | 'Condition'> {
  return { Resource: on, ...(when === undefined ? {} : { Condition: when }) };
}

/** Declared actions that no policy has to allow. Source: STS API reference, GetCallerIdentity: "No permissions are required". */
export const needNoPermission: readonly string[] = ['sts:GetCallerIdentity'];

/**
 * A policy of these statements.
 *
 * @param declared every action that the role's work calls
 * @param elsewhere those of them that another identity than this role does
 * @throws {Error} when a declared action is left out: whoever declares one says where it is allowed
 */
export function documentOf(
  declared: readonly string[],
  statements: readonly Statement[],
  elsewhere: readonly string[] = [],
): PolicyDocument {
  const granted = new Set(
    statements.flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : [])),
  );
  const settled = new Set([...granted, ...elsewhere, ...needNoPermission]);
  const missing = declared.filter((action) => !settled.has(action));
  if (missing.length > 0) throw new Error(`no statement allows ${missing.join(', ')}`);
  return { Version: '2012-10-17', Statement: statements };
}
