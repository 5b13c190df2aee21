import { checkDuration, checkNumber } from './literals.ts';
import { blame, type Node, type Reading } from './node.ts';

const modifiers: readonly string[] = [
  'OffsetExpr',
  'StepInvariantExpr',
  'AnchoredExpr',
  'SmoothedExpr',
];
const joining = ['BinaryExpr', 'UnaryExpr'];
const movable = ['VectorSelector', 'MatrixSelector', 'SubqueryExpr'];

/**
 * What all modifiers around it belong to. The grammar puts them around a whole `a / b`, and
 * Prometheus around its last part.
 */
export function selectorBelow(node: Node): Node {
  const parts = node.getChildren('Expr');
  const inner = modifiers.includes(node.name)
    ? parts[0]
    : joining.includes(node.name)
      ? parts.at(-1)
      : undefined;
  return inner === undefined ? node : selectorBelow(inner);
}

/** `offset` and `@` move a selector or a subquery in time, each once. */
export function checkModified(reading: Reading, node: Node, what: 'offset' | '@'): void {
  if (!movable.includes(selectorBelow(node).name)) {
    blame(reading, node, { why: 'not-a-selector', what });
  }
  for (let inner = node.getChild('Expr'); inner !== null; inner = inner.getChild('Expr')) {
    if (!modifiers.includes(inner.name)) break;
    if (inner.name === node.name) blame(reading, inner, { why: 'twice', what });
  }
  const span = node.getChild('OffsetDurationExpr');
  if (span !== null) checkDuration(reading, span, { positive: false });
  const time = node.getChild('At')?.nextSibling;
  if (time?.name !== 'NumberDurationLiteral') return;
  const at = checkNumber(reading, time);
  if (!(Math.abs(at) < 2 ** 63)) blame(reading, time, { why: 'number' });
}
