import { checkString } from './literals.ts';
import { blame, type Node, partsOf, type Reading, textOf } from './node.ts';
import { isRegex } from './regex.ts';

/** A selector of series: its matchers, and that they do not let everything through. */
export function checkSelector(reading: Reading, node: Node): void {
  const list = node.getChild('LabelMatchers');
  const matchers = list === null ? [] : partsOf(list).map((one) => matcherOf(reading, one));
  const name = node.getChild('Identifier');
  if (name !== null) {
    // The one word of PromQL that names no series. (generated_parser.y, metric_identifier.)
    if (/^atan2$/i.test(textOf(reading, name))) blame(reading, name, { why: 'syntax' });
    const twice = matchers.some(({ label }) => label === '__name__');
    if (twice) blame(reading, node, { why: 'name-twice' });
    return;
  }
  if (!matchers.some(({ mayBeEmpty }) => !mayBeEmpty)) blame(reading, node, { why: 'selects-all' });
}

interface Matcher {
  readonly label: string | null;
  /** Whether series without the label pass it too. */
  readonly mayBeEmpty: boolean;
}

function matcherOf(reading: Reading, node: Node): Matcher {
  const [first, operator, value] = node.name === 'QuotedLabelName' ? [node] : partsOf(node);
  const quoted = first?.name === 'QuotedLabelName' ? first.getChild('StringLiteral') : null;
  const name = quoted === null ? null : checkString(reading, quoted);
  if (value === undefined || operator === undefined) {
    return { label: '__name__', mayBeEmpty: name === '' };
  }
  const label = quoted === null && first !== undefined ? textOf(reading, first) : name;
  const wanted = checkString(reading, value);
  const sign = textOf(reading, operator);
  return { label, mayBeEmpty: wanted === null ? false : passesEmpty(reading, value, sign, wanted) };
}

function passesEmpty(reading: Reading, node: Node, sign: string, wanted: string): boolean {
  if (sign === '=') return wanted === '';
  if (sign === '!=') return wanted !== '';
  if (!isRegex(wanted)) blame(reading, node, { why: 'regex' });
  const matches = matchesEmpty(wanted);
  // Where this cannot be told, what Prometheus might take is let through.
  if (matches === null) return false;
  return sign === '=~' ? matches : !matches;
}

function matchesEmpty(regex: string): boolean | null {
  try {
    return new RegExp(`^(?:${regex})$`, 's').test('');
  } catch {
    return null;
  }
}
