import type { Statement } from './document.ts';
import { type Grant, grantsOf, type PolicyKind } from './grants.ts';

/** What the new policy lets happen that the old one did not; null stands for no policy. */
export function widened(
  before: readonly Statement[] | null,
  after: readonly Statement[],
  kind: PolicyKind,
): readonly Grant[] {
  const old = before ?? [];
  const known = Map.groupBy(
    old.flatMap((statement) => boundGrants(statement, kind)),
    ({ grant }) => keyOf(grant),
  );
  const added = after.flatMap((statement) => boundGrants(statement, kind));
  return distinct([
    ...added.flatMap((one) => {
      const same = known.get(keyOf(one.grant));
      if (same === undefined) return [one.grant];
      // However else its statement was written anew: the same grant, under fewer conditions.
      return lostConditions(
        same.map(({ conditions }) => conditions),
        one.conditions,
      );
    }),
    ...deniesLost(old, after),
    ...conditionsLost(old, after),
  ]);
}

/** The grants of a statement, with what each is bound to. */
function boundGrants(statement: Statement, kind: PolicyKind) {
  const { conditions } = statement;
  return grantsOf(statement, kind).map((grant) => ({ grant, conditions }));
}

/** Conditions that each of the old ones had more than there are now, as a grant; none when one had no more. */
function lostConditions(
  before: readonly (readonly string[])[],
  now: readonly string[],
): readonly Grant[] {
  const lost = before.map((conditions) => conditions.filter((one) => !now.includes(one)));
  const fewest = lost.reduce((a, b) => (b.length < a.length ? b : a));
  if (fewest.length === 0) return [];
  return [{ code: 'policy-condition-removed', severity: 'danger', value: fewest.join('; ') }];
}

function deniesLost(before: readonly Statement[], after: readonly Statement[]): readonly Grant[] {
  const kept = new Set(after.map((one) => JSON.stringify(one)));
  return before
    .filter((one) => one.effect === 'Deny' && !kept.has(JSON.stringify(one)))
    .map(({ actions }) => {
      return { code: 'policy-deny-removed', severity: 'danger', value: shown(actions) };
    });
}

/** The same permission, under fewer or other conditions. */
function conditionsLost(
  before: readonly Statement[],
  after: readonly Statement[],
): readonly Grant[] {
  const bounded = Map.groupBy(
    before.filter(({ conditions }) => conditions.length > 0),
    bareOf,
  );
  const free = new Set(before.filter(({ conditions }) => conditions.length === 0).map(bareOf));
  return after.flatMap((statement): readonly Grant[] => {
    if (statement.effect === 'Deny' || bounded.size === 0) return [];
    const same = bounded.get(bareOf(statement)) ?? [];
    if (same.length === 0 || free.has(bareOf(statement))) return [];
    return lostConditions(
      same.map(({ conditions }) => conditions),
      statement.conditions,
    );
  });
}

function bareOf(statement: Statement): string {
  return JSON.stringify({ ...statement, conditions: [] });
}

/** A condition that falls away makes a grant more severe: both are then told. */
function keyOf({ code, severity, value }: Grant): string {
  return code === 'policy-any-principal'
    ? JSON.stringify([code, severity])
    : JSON.stringify([code, severity, value]);
}

function distinct(grants: readonly Grant[]): readonly Grant[] {
  return [...new Map(grants.map((grant) => [keyOf(grant), grant])).values()];
}

function shown(values: readonly string[]): string {
  return values.slice(0, 6).join(', ');
}
