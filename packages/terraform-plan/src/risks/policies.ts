import type { Change } from '../reading/change.ts';
import { hidden, isHidden, type Masked, unknown } from '../reading/masked.ts';
import { factText, valuesAt } from './look.ts';
import { widened } from './policy/compare.ts';
import { readPolicy, type Statement } from './policy/document.ts';
import type { Grant } from './policy/grants.ts';
import { type PolicyPlace, policyPlaces } from './policy/places.ts';
import { isWritten, type Risk, risk } from './risk.ts';

/** What policies of a change let happen that they did not before; one that cannot be seen is told, too. */
export function policyRisks(change: Change): readonly Risk[] {
  // With its owner a policy goes; on its own, it may have been what forbade something.
  const isGone = change.action === 'delete' && !change.type.endsWith('_policy');
  if (!isWritten(change) || isGone || isNoneOfAccess(change)) return [];
  return policyPlaces(change.type).flatMap((place) => placeRisks(change, place));
}

/**
 * Whether it is an organization's policy on tags, backups or the like, which has no statements: its `type`
 * says so, and is SERVICE_CONTROL_POLICY where it is not written.
 */
function isNoneOfAccess({ type, before, after }: Change): boolean {
  if (!isOfOrganization(type)) return false;
  const types = [...valuesAt(before, ['type']), ...valuesAt(after, ['type'])];
  return (
    types.length > 0 &&
    types.every((one) => typeof one === 'string' && !/^(?:SERVICE|RESOURCE)_CONTROL_/.test(one))
  );
}

function isOfOrganization(type: string): boolean {
  return type === 'aws_organizations_policy';
}

function placeRisks(change: Change, { path, kind }: PolicyPlace): readonly Risk[] {
  const attribute = path.join('.');
  const after = valuesAt(change.after, path);
  const old = valuesAt(change.before, path);
  if (sameTexts(old, after)) return [];
  const unseen = unseenRisks(change, attribute, after);
  // One that is not seen must not hide the others; where none is seen, nothing can be judged.
  if (unseen.length > 0 && !after.some((one) => typeof one === 'string')) return unseen;
  const before = statementsOf(old).statements;
  const read = statementsOf(after);
  // An organization's policy grants nothing: it allows more than before only where there was one before.
  const isFirst = isOfOrganization(change.type) && old.length === 0;
  const grants = isFirst ? [] : widened(before, read.statements, kind);
  const illegible = read.illegible
    ? [risk(change, 'hidden-value', 'warning', { attribute, why: 'not-a-policy' })]
    : [];
  return [...grouped(change, grants, attribute), ...illegible, ...unseen];
}

/** Not seen is not safe. */
export function unseenRisks(
  change: Change,
  attribute: string,
  values: readonly Masked[],
): readonly Risk[] {
  if (values.some(isHidden)) return [risk(change, 'hidden-value', 'warning', { attribute })];
  return values.includes(unknown) ? [risk(change, 'unknown-value', 'warning', { attribute })] : [];
}

/** What is sensitive and changes stands as the same mark on both sides, and is not the same. */
function sameTexts(before: readonly Masked[], after: readonly Masked[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, index) => one === after[index] && one !== hidden)
  );
}

function statementsOf(values: readonly Masked[]): {
  readonly statements: readonly Statement[];
  readonly illegible: boolean;
} {
  const texts = values.filter((one): one is string => typeof one === 'string' && one !== '');
  const read = texts.map(readPolicy);
  return { statements: read.flatMap((one) => one ?? []), illegible: read.includes(null) };
}

/** One risk for all that a policy widens in the same way. */
function grouped(change: Change, grants: readonly Grant[], attribute: string): readonly Risk[] {
  const groups = Map.groupBy(grants, ({ code, severity }) => `${severity} ${code}`);
  return [...groups.values()].flatMap((group): Risk[] => {
    const [first] = group;
    if (first === undefined) return [];
    const values = group.map(({ value }) => factText(value)).filter((value) => value !== '');
    const more = values.length > 5 ? ` +${values.length - 5}` : '';
    const facts = { attribute, what: values.slice(0, 5).join(', ') + more };
    return [risk(change, first.code, first.severity, facts)];
  });
}
