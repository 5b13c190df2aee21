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
  if (!isWritten(change) || isGone) return [];
  return policyPlaces(change.type).flatMap((place) => placeRisks(change, place));
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
  const grants = widened(before, read.statements, kind);
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
