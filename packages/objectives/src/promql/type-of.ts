import { checkBinary, labelsOf } from './binary.ts';
import type { ValueType } from './fault.ts';
import { signatureOf } from './functions.ts';
import { checkDuration, checkNumber, checkString } from './literals.ts';
import { checkModified, selectorBelow } from './modifiers.ts';
import { blame, type Node, partsOf, type Reading, textOf } from './node.ts';
import { checkSelector } from './selector.ts';

/**
 * What an expression gives; what Prometheus's parser would refuse in it is noted.
 * (promql/parser/parse.go, checkAST.)
 */
export function typeOf(reading: Reading, node: Node): ValueType {
  return readers[node.name]?.(reading, node) ?? 'vector';
}

const readers: Readonly<Record<string, (reading: Reading, node: Node) => ValueType>> = {
  NumberDurationLiteral(reading, node) {
    checkNumber(reading, node);
    return 'scalar';
  },
  StringLiteral(reading, node) {
    checkString(reading, node);
    return 'string';
  },
  ParenExpr: (reading, node) => typeOf(reading, inside(node)),
  VectorSelector(reading, node) {
    checkSelector(reading, node);
    return 'vector';
  },
  UnaryExpr: (reading, node) => typeAs(reading, inside(node), ['scalar', 'vector']),
  BinaryExpr(reading, node) {
    const [one = node, other = node] = node.getChildren('Expr');
    const left = typeAs(reading, one, ['scalar', 'vector']);
    const right = typeAs(reading, other, ['scalar', 'vector']);
    return checkBinary(reading, node, { left, right });
  },
  MatrixSelector(reading, node) {
    const selector = inside(node);
    const isBare = selector.name === 'VectorSelector';
    if (!isBare) blame(reading, selector, { why: 'not-a-selector', what: '[…]' });
    typeOf(reading, selector);
    checkSpans(reading, node);
    return 'matrix';
  },
  SubqueryExpr(reading, node) {
    typeAs(reading, inside(node), ['vector']);
    checkSpans(reading, node);
    return 'matrix';
  },
  OffsetExpr: (reading, node) => modified(reading, node, 'offset'),
  StepInvariantExpr: (reading, node) => modified(reading, node, '@'),
  AnchoredExpr: (reading, node) => needsFlag(reading, node, 'anchored'),
  SmoothedExpr: (reading, node) => needsFlag(reading, node, 'smoothed'),
  FunctionCall: typeOfCall,
  AggregateExpr: typeOfAggregate,
};

function inside(node: Node): Node {
  return node.getChild('Expr') ?? node;
}

/** The type of a part, which must be one of some. */
function typeAs(reading: Reading, node: Node, wanted: readonly ValueType[]): ValueType {
  const found = typeOf(reading, node);
  if (!wanted.includes(found)) blame(reading, node, { why: 'wrong-type', wanted, found });
  return found;
}

function checkSpans(reading: Reading, node: Node): void {
  for (const span of node.getChildren('DurationExpr')) {
    checkDuration(reading, span, { positive: true });
  }
}

function modified(reading: Reading, node: Node, what: 'offset' | '@'): ValueType {
  checkModified(reading, node, what);
  return typeOf(reading, inside(node));
}

function needsFlag(reading: Reading, node: Node, name: string): ValueType {
  blame(reading, node.lastChild ?? node, { why: 'experimental', name });
  return typeOf(reading, selectorBelow(node));
}

function typeOfCall(reading: Reading, node: Node): ValueType {
  const [head = node, body = node] = partsOf(node);
  const name = textOf(reading, head);
  const args = body.getChildren('Expr');
  const signature = signatureOf(name);
  if (signature === null) {
    blame(reading, head, { why: 'experimental', name });
    return 'vector';
  }
  const { takes, least, most, gives } = signature;
  if (args.length < least || args.length > most) {
    const wanted =
      most === Infinity ? `${least}…` : least === most ? `${least}` : `${least}–${most}`;
    blame(reading, head, { why: 'argument-count', name, wanted });
  }
  for (const [index, arg] of args.entries()) {
    const type = takes[index] ?? (most === Infinity ? takes.at(-1) : undefined);
    if (type !== undefined) typeAs(reading, arg, [type]);
  }
  return gives;
}

/** Aggregations with a parameter, and its type; those of null need a flag. */
const parameters: Readonly<Record<string, ValueType | null>> = {
  Topk: 'scalar',
  Bottomk: 'scalar',
  Quantile: 'scalar',
  CountValues: 'string',
  LimitK: null,
  LimitRatio: null,
};

function typeOfAggregate(reading: Reading, node: Node): ValueType {
  const operator = node.getChild('AggregateOp') ?? node;
  const name = textOf(reading, operator);
  const kind = operator.firstChild?.name ?? '';
  const args = node.getChild('FunctionCallBody')?.getChildren('Expr') ?? [];
  const parameter = Object.hasOwn(parameters, kind) ? parameters[kind] : undefined;
  const labels = node.getChild('AggregateModifier')?.getChild('GroupingLabels');
  if (labels) labelsOf(reading, labels);
  if (parameter === null) blame(reading, operator, { why: 'experimental', name });
  const wanted: readonly ValueType[] = parameter ? [parameter, 'vector'] : ['vector'];
  if (args.length !== wanted.length) {
    blame(reading, operator, { why: 'argument-count', name, wanted: `${wanted.length}` });
  }
  for (const [index, type] of wanted.entries()) {
    const arg = args[index];
    if (arg !== undefined) typeAs(reading, arg, [type]);
  }
  return 'vector';
}
