import type { Statement } from './document.ts';
import { type Grant, grantsOf, type PolicyKind } from './grants.ts';

/** What the new policy lets happen that the old one did not; null stands for no policy. */
export function widened(
  before: readonly Statement[] | null,
  after: readonly Statement[],
  kind: PolicyKind,
): readonly Grant[] {
  const old = before ?? [];
  const known = new Set(old.flatMap((statement) => grantsOf(statement, kind)).map(keyOf));
  const added = after.flatMap((statement) => grantsOf(statement, kind));
  return [
    ...distinct(added).filter((grant) => !known.has(keyOf(grant))),
    ...deniesLost(old, after),
    ...conditionsLost(old, after),
  ];
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
  return after.flatMap((statement): Grant[] => {
    if (statement.effect === 'Deny' || bounded.size === 0) return [];
    const same = bounded.get(bareOf(statement)) ?? [];
    if (same.length === 0 || free.has(bareOf(statement))) return [];
    const lost = same.map(({ conditions }) =>
      conditions.filter((one) => !statement.conditions.includes(one)),
    );
    // One of the old ones asked no more than this: nothing was lost.
    const fewest = lost.reduce((a, b) => (b.length < a.length ? b : a));
    if (fewest.length === 0) return [];
    const value = fewest.join('; ');
    return [{ code: 'policy-condition-removed', severity: 'danger', value }];
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
