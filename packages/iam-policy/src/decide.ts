import type { PolicyStatement } from './document.ts';
import { holds } from './holds.ts';
import { isLike } from './like.ts';
import { type ContextValue, fill, type ReadKey } from './variables.ts';

/** What a caller asks for. */
export interface PolicyRequest {
  /** `ec2:RunInstances`. */
  readonly action: string;
  /** An ARN; `*` for what acts on nothing in particular. */
  readonly resource: string;
  /** By key; keys are looked up without regard to case. */
  readonly context: Readonly<Record<string, ContextValue>>;
}

/** `none`: no statement is about the request, which denies it unless another policy allows it. */
export type Decision = 'allow' | 'deny' | 'none';

/** What statements say to a request: a deny beats every allow. */
export function decide(statements: readonly PolicyStatement[], request: PolicyRequest): Decision {
  const context = new Map(
    Object.entries(request.context).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const read: ReadKey = (key) => context.get(key.toLowerCase());
  let decision: Decision = 'none';
  for (const statement of statements) {
    if (!isAbout(statement, request, read)) continue;
    if (statement.effect === 'Deny') return 'deny';
    decision = 'allow';
  }
  return decision;
}

function isAbout(
  { actions, notActions, resources, notResources, conditions }: PolicyStatement,
  { action, resource }: PolicyRequest,
  read: ReadKey,
): boolean {
  const named = actions.some((each) => isLike(action.toLowerCase(), each.toLowerCase()));
  if (named === notActions) return false;
  // A trust policy has no resource: it is about the role that it belongs to.
  const meant = resources.length === 0 || resources.some((each) => names(each, resource, read));
  if (meant === notResources) return false;
  return conditions.every((each) => holds(each, read(each.key), read));
}

function names(written: string, resource: string, read: ReadKey): boolean {
  const pattern = fill(written, read);
  return pattern !== null && isLike(resource, pattern);
}
