import { type Conditions, documentOf, policyPrefix, type Statement } from './document.ts';

/** What a role may do inside a window: statements that allow, or everything. */
export type Strong = '*' | readonly Statement[];

export interface Window {
  /** ISO 8601. */
  readonly from: string;
  /** ISO 8601; at this moment the window is shut. */
  readonly until: string;
  /** The role's unique id (`AROA…`): a role made anew under its name is another. */
  readonly roleId: string;
  /** Sessions that the window is for, at least one. */
  readonly sessionNames: readonly string[];
  readonly strong: Strong;
}

/** The inline policy of a lease's window: each lease has one of its own, so that none touches another's. */
export function windowPolicyName(lease: string): string {
  return `${policyPrefix}window-${lease}`;
}

/**
 * A policy that lets the named sessions of one role be strong from one moment to another. It shuts
 * by itself: AWS compares its own clock with the end of it.
 *
 * Errors: `RangeError` for no session, for a time that is none, for a statement that denies (it would
 * reach into other windows of the same session) or that has a condition of ours already.
 */
export function windowPolicy({ from, until, roleId, sessionNames, strong }: Window): string {
  if (sessionNames.length === 0) throw new RangeError('A window is for at least one session.');
  const ours: Conditions = {
    DateGreaterThanEquals: { 'aws:CurrentTime': wholeSecond(from, Math.ceil) },
    DateLessThan: { 'aws:CurrentTime': wholeSecond(until, Math.floor) },
    StringEquals: { 'aws:userid': sessionNames.map((name) => `${roleId}:${name}`).sort() },
  };
  return lentWithin(strong, ours);
}

/**
 * A session policy that ends what a session may do, and narrows it where somebody said to what.
 * @param until ISO 8601
 * Errors: as `windowPolicy`.
 */
export function sessionPolicy(until: string, strong: Strong): string {
  return lentWithin(strong, {
    DateLessThan: { 'aws:CurrentTime': wholeSecond(until, Math.floor) },
  });
}

function lentWithin(strong: Strong, ours: Conditions): string {
  const all: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  return documentOf((strong === '*' ? [all] : strong).map((one) => within(one, ours)));
}

function within(statement: Statement, ours: Conditions): Statement {
  if (statement.Effect !== 'Allow') {
    throw new RangeError('What is lent in a window can only be allowed, not denied.');
  }
  const Condition: Record<string, Conditions[string]> = { ...statement.Condition };
  for (const [operator, keys] of Object.entries(ours)) {
    const theirs = Condition[operator] ?? {};
    const names = new Set(Object.keys(theirs).map((key) => key.toLowerCase()));
    // Two values of one key would hold where either does.
    if (Object.keys(keys).some((key) => names.has(key.toLowerCase()))) {
      throw new RangeError(`A statement has a condition ${operator} of its own on a key of ours.`);
    }
    Condition[operator] = { ...theirs, ...keys };
  }
  return { ...statement, Condition };
}

/** IAM's times are whole seconds here: a window is never longer than it was lent for. */
function wholeSecond(at: string, round: (seconds: number) => number): string {
  const seconds = round(Date.parse(at) / 1000);
  if (Number.isNaN(seconds)) throw new RangeError(`${at} is no time.`);
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
