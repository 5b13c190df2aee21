import type { ValueType } from './fault.ts';
import { blame, type Node, partsOf, type Reading, textOf } from './node.ts';

const comparisons = ['Eql', 'Neq', 'Lte', 'Lss', 'Gte', 'Gtr'];
const sets = ['And', 'Or', 'Unless'];

/** One operator between two sides whose types are known. (promql/parser/parse.go, checkAST.) */
export function checkBinary(
  reading: Reading,
  node: Node,
  { left, right }: { left: ValueType; right: ValueType },
): ValueType {
  const operator = partsOf(node)[1] ?? node;
  const say = blame.bind(null, reading, operator);
  const compares = comparisons.includes(operator.name);
  const isSet = sets.includes(operator.name);
  const hasBool = node.getChild('BoolModifier') !== null;
  const fill = node.getChild('FillModifier') !== null;
  if (['TrimUpper', 'TrimLower'].includes(operator.name) || fill) {
    say({ why: 'experimental', name: fill ? 'fill' : textOf(reading, operator) });
  }
  if (hasBool && !compares) say({ why: 'bool-misplaced' });
  const numbers = left === 'scalar' && right === 'scalar';
  if (compares && !hasBool && numbers) say({ why: 'needs-bool' });
  if (isSet && (left === 'scalar' || right === 'scalar')) say({ why: 'set-of-numbers' });
  const matching = node.getChild('MatchingModifierClause');
  if (matching !== null) {
    checkMatching(reading, matching, { isSet, ofVectors: left === 'vector' && right === 'vector' });
  }
  return numbers ? 'scalar' : 'vector';
}

interface Sides {
  readonly isSet: boolean;
  readonly ofVectors: boolean;
}

function checkMatching(reading: Reading, clause: Node, { isSet, ofVectors }: Sides): void {
  const [matched, kept] = clause.getChildren('GroupingLabels').map((one) => labelsOf(reading, one));
  const groups = clause.getChild('GroupLeft') !== null || clause.getChild('GroupRight') !== null;
  if (!ofVectors && (matched ?? []).length > 0) blame(reading, clause, { why: 'matching-numbers' });
  if (ofVectors && isSet && groups) blame(reading, clause, { why: 'group-in-set' });
  if (clause.getChild('On') === null) return;
  const twice = (matched ?? []).find((label) => kept?.includes(label));
  if (twice !== undefined) blame(reading, clause, { why: 'label-twice', name: twice });
}

/** The labels of `by`, `without`, `on`, `ignoring`, `group_left`, `group_right`, without quotes. */
export function labelsOf(reading: Reading, list: Node): readonly string[] {
  return partsOf(list).map((one) => {
    const said = textOf(reading, one);
    const name = one.name === 'QuotedLabelName' ? said.slice(1, -1) : said;
    if (/^(?:inf|nan)$/i.test(said)) blame(reading, one, { why: 'syntax' });
    if (name === '') blame(reading, one, { why: 'label-name' });
    return name;
  });
}
