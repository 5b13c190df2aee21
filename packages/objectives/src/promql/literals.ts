import { blame, type Node, partsOf, type Reading, textOf } from './node.ts';

/** Go's escapes; a `\u` of half a pair is no character. */
const escape =
  /\\(?:[abfnrtv\\]|[0-3][0-7]{2}|x[\da-fA-F]{2}|u(?![dD][89a-fA-F])[\da-fA-F]{4}|U00(?:0(?!0[dD][89a-fA-F])[\da-fA-F]|10)[\da-fA-F]{4})/g;

/** The text that a literal stands for; null where Prometheus cannot read it. (util/strutil/quote.go.) */
export function checkString(reading: Reading, node: Node): string | null {
  const said = textOf(reading, node);
  const quote = said.slice(0, 1);
  const inner = said.slice(1, -1);
  const closes = said.length > 1 && said.endsWith(quote);
  if (closes && quote === '`') return inner;
  const rest = inner.replace(escape, '').replaceAll(`\\${quote}`, '');
  if (closes && !/[\\\n]/.test(rest) && !rest.includes(quote)) return decoded(inner);
  blame(reading, node, { why: 'string' });
  return null;
}

const letters: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function decoded(text: string): string {
  return text.replace(
    /\\(?:([0-7]{3})|[xuU]([\da-fA-F]{8}|[\da-fA-F]{4}|[\da-fA-F]{2})|(.))/gs,
    readEscape,
  );
}

function readEscape(_: string, octal?: string, hex?: string, one = ''): string {
  if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  return letters[one] ?? one;
}

const units: readonly (readonly [string, number])[] = [
  ['y', 31_536_000],
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
];
const spans = new RegExp(`^${units.map(([unit]) => `(?:(\\d+)${unit})?`).join('')}$`);
/** Nanoseconds in 64 bits, in seconds. */
const longest = 2 ** 63 / 1e9;

/** A number, or a duration in seconds; what is none is noted, and NaN given. */
export function checkNumber(reading: Reading, node: Node): number {
  const said = textOf(reading, node);
  const bare = said.replace(/^[-+]\s*/, '');
  const value = secondsOf(bare) ?? numberOf(bare);
  if (value === null) blame(reading, node, { why: 'number' });
  else if (/[smhdwy]$/.test(bare) && !/^0x/i.test(bare) && value >= longest)
    blame(reading, node, { why: 'duration' });
  return (value ?? Number.NaN) * (said.startsWith('-') ? -1 : 1);
}

function secondsOf(text: string): number | null {
  const found = spans.exec(text);
  if (found === null) return null;
  return units.reduce((sum, [, size], index) => sum + Number(found[index + 1] ?? 0) * size, 0);
}

function numberOf(text: string): number | null {
  if (/^(?:inf|nan)$/i.test(text)) return text.toLowerCase() === 'inf' ? Infinity : Number.NaN;
  const digits = text.replaceAll(/(?<=[\da-f])_(?=[\da-f])/gi, '');
  const isOne = /^(?:0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i.test(digits);
  return isOne && Number.isFinite(Number(digits)) ? Number(digits) : null;
}

/** A span in brackets or after `offset`: arithmetic in it needs a flag, `step()` and `range()` do not. */
export function checkDuration(reading: Reading, node: Node, { positive }: { positive: boolean }) {
  const parts = partsOf(node);
  const literal = parts.at(-1);
  const signed = parts.length === 2 && parts[0]?.name === 'UnaryOp';
  const inner = signed && literal?.name === node.name ? partsOf(literal)[0] : literal;
  if (/^(?:step|range)\s*\(\s*\)$/i.test(textOf(reading, node))) return;
  const isPlain = inner?.name === 'NumberDurationLiteralInDurationContext';
  if (!isPlain || (parts.length > 1 && !signed)) {
    return blame(reading, node, { why: 'experimental', name: textOf(reading, node) });
  }
  const seconds = checkNumber(reading, inner);
  const isNegative = signed && textOf(reading, node).startsWith('-');
  const tooFar = Math.abs(seconds) >= longest || (positive && (!(seconds > 0) || isNegative));
  if (tooFar) blame(reading, node, { why: 'duration' });
}
