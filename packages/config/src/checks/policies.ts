import { compileCondition } from '../condition.ts';
import type { Part, Parts } from '../parts.ts';
import type { Path, Report } from '../problems/problem.ts';
import { formatPath } from '../problems/problem.ts';
import type { PolicyDocument } from '../schema.ts';
import { secondsOf } from '../spans.ts';
import { checkApprovals } from './approvals.ts';

/** Rules name what exists, can be satisfied and can be reached, and their conditions are sound. */
export function checkPolicies(parts: Parts, report: Report): void {
  const ids = new Map<string, Path>();
  for (const policy of parts.policies) {
    const { path, value } = policy;
    const first = ids.get(value.id);
    if (first === undefined) ids.set(value.id, path);
    else report('duplicate-id', [...path, 'id'], { value: value.id, first: formatPath(first) });
    checkSelectors(parts, policy, report);
    checkPlaces(parts, policy, report);
    checkPurposes(parts, policy, report);
    checkMaximum(parts, policy, report);
    checkCondition(policy, report);
    checkEffect(policy, report);
  }
  checkReach(parts.policies, report);
  checkApprovals(parts, report);
}

function checkSelectors(
  { names }: Parts,
  { path, value }: Part<PolicyDocument>,
  report: Report,
): void {
  const lists: readonly (readonly [Path, readonly string[]])[] = [
    [['who'], value.who],
    [['approval', 'from'], value.approval?.from ?? []],
    [['breakGlass', 'who'], value.breakGlass?.who ?? []],
  ];
  for (const [place, selectors] of lists) {
    for (const [index, selector] of selectors.entries()) {
      const at = [...path, ...place, index];
      const [kind, name = ''] = selector.split(':', 2);
      if (kind === 'on-call' && !names.rota) report('no-rota', at, {});
      if (kind === 'group' && !names.groups.includes(name)) {
        report('unknown-group', at, { value: name, known: names.groups });
      }
      if (kind === 'repository') checkRepository(names.repositories, place, { at, name }, report);
      if (kind === 'person' && !names.people.includes(name)) {
        report('unknown-person', at, { value: name, known: names.people });
      }
    }
  }
}

/** A repository can ask, and can neither agree nor break glass. */
function checkRepository(
  known: readonly string[],
  place: Path,
  { at, name }: { readonly at: Path; readonly name: string },
  report: Report,
): void {
  if (place[0] !== 'who') report('repository-agrees', at, {});
  else if (!known.includes(name)) report('unknown-repository', at, { value: name, known });
}

function checkPurposes(
  { names }: Parts,
  { path, value }: Part<PolicyDocument>,
  report: Report,
): void {
  for (const [index, purpose] of (value.purposes ?? []).entries()) {
    if (names.purposes.includes(purpose)) continue;
    report('unknown-purpose', [...path, 'purposes', index], {
      value: purpose,
      known: names.purposes,
    });
  }
}

function checkPlaces(
  { names }: Parts,
  { path, value }: Part<PolicyDocument>,
  report: Report,
): void {
  for (const [index, place] of value.where.entries()) {
    const known = [...names.environments, ...names.accounts, ...names.memberships];
    if (place === '*' || known.includes(place)) continue;
    const facts = { value: place, known: [...new Set(known)] };
    report('unknown-environment', [...path, 'where', index], facts);
  }
}

function checkMaximum(
  { environments }: Parts,
  { path, value }: Part<PolicyDocument>,
  report: Report,
): void {
  // Environments bound their servers alone.
  if (value.maximum === undefined || value.what.some((kind) => kind !== 'ops-server')) return;
  const here = environments.filter(
    ({ name }) => value.where.includes('*') || value.where.includes(name),
  );
  const longest = here
    .map((environment) => environment.value.opsServer.duration.maximum)
    .sort((a, b) => secondsOf(b) - secondsOf(a))[0];
  if (longest !== undefined && secondsOf(value.maximum) > secondsOf(longest)) {
    report('policy-over-maximum', [...path, 'maximum'], { value: value.maximum, maximum: longest });
  }
}

function checkCondition({ path, value }: Part<PolicyDocument>, report: Report): void {
  if (value.when === undefined) return;
  const compiled = compileCondition(value.when);
  const at = [...path, 'when'];
  if (compiled.problem === null) return;
  if (compiled.problem.kind === 'type')
    report('condition-not-boolean', at, { type: compiled.problem.text });
  else if (compiled.problem.kind === 'slow') report('slow-pattern', at, {});
  else if (compiled.problem.kind === 'computed-budget') report('computed-budget', at, {});
  else report('bad-condition', at, { problem: compiled.problem.text });
}

function checkEffect({ path, value }: Part<PolicyDocument>, report: Report): void {
  if (value.effect !== 'deny') return;
  for (const key of ['approval', 'breakGlass', 'maximum'] as const) {
    if (value[key] !== undefined) report('deny-with-approval', [...path, key], { key }, 'key');
  }
}

/** The first rule that fits decides, so a rule behind an unconditional one for the same people is dead. */
function checkReach(policies: readonly Part<PolicyDocument>[], report: Report): void {
  for (const [index, { path, value }] of policies.entries()) {
    const first = policies.slice(0, index).find((earlier) => covers(earlier.value, value));
    if (first === undefined) continue;
    const { id, effect } = first.value;
    report('never-reached', path, { rule: value.id, first: id, effect });
  }
}

function covers(earlier: PolicyDocument, later: PolicyDocument): boolean {
  const within = (all: readonly string[], any: string, some: readonly string[]) =>
    all.includes(any) || some.every((one) => all.includes(one));
  return (
    earlier.when === undefined &&
    within(earlier.who, 'everyone', later.who) &&
    within(earlier.where, '*', later.where) &&
    coversSets(earlier, later) &&
    coversPurposes(earlier, later) &&
    later.what.every((kind) => earlier.what.includes(kind))
  );
}

function coversSets(earlier: PolicyDocument, later: PolicyDocument): boolean {
  const { permissionSets } = earlier;
  if (permissionSets === undefined || !later.what.includes('permission-set')) return true;
  return later.permissionSets?.every((name) => permissionSets.includes(name)) ?? false;
}

function coversPurposes({ purposes }: PolicyDocument, later: PolicyDocument): boolean {
  if (purposes === undefined || !later.what.includes('ci-role')) return true;
  return later.purposes?.every((name) => purposes.includes(name)) ?? false;
}
