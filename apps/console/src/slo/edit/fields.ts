/*
 * The usual fields of an SLO in the text of its document. Each is found by its own line and changed in
 * its place: comments, order and style of the file stay as their author wrote them. What is not found
 * exactly once is left to whoever edits the text.
 */

export const fieldNames = ['displayName', 'description', 'target', 'window'] as const;
export type FieldName = (typeof fieldNames)[number];

/** One document of a file that is an SLO. */
export interface SloText {
  readonly name: string;
  /** Places in the file. */
  readonly from: number;
  readonly to: number;
}

/** The SLOs of a file, in their order. */
export function slosIn(text: string): readonly SloText[] {
  const found: SloText[] = [];
  let from = 0;
  for (const document of text.split(/^(?=---(?:\s|$))/m)) {
    const to = from + document.length;
    const name = /^metadata:[^]*?\bname:\s*['"]?([\w.-]+)/m.exec(document)?.[1];
    if (/^kind:\s*['"]?SLO['"]?\s*(?:#.*)?$/m.test(document) && name !== undefined)
      found.push({ name, from, to });
    from = to;
  }
  return found;
}

/** What stands in a field: targets in percent. Null when it is not there once, in a form that is understood. */
export function readField(text: string, slo: SloText, name: FieldName): string | null {
  const found = find(text, slo, name);
  if (found === null) return null;
  const value = plain(found.value);
  if (name !== 'target') return value;
  const share = Number(value);
  if (!Number.isFinite(share) || value === '') return null;
  return String(found.isPercent ? share : tidy(share * 100));
}

/** The text with another value in a field; the same text when the field is not there, or the value is none. */
export function writeField(text: string, slo: SloText, name: FieldName, value: string): string {
  const found = find(text, slo, name);
  if (found === null) return text;
  const written =
    name === 'target'
      ? targetText(value, found.isPercent)
      : name === 'window'
        ? value.trim()
        : quoted(value);
  if (written === null || written === '') return text;
  return text.slice(0, found.at) + written + text.slice(found.at + found.value.length);
}

interface Found {
  readonly at: number;
  /** As it is written, quotes and all. */
  readonly value: string;
  readonly isPercent: boolean;
}

const scalar = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'`;
const patterns: Readonly<Record<FieldName, RegExp>> = {
  displayName: new RegExp(
    String.raw`^ +displayName: +(${scalar}|[^\s"'|>{\[&*!#][^\n#]*?)[ \t]*(?: #.*)?$`,
    'gm',
  ),
  description: new RegExp(
    String.raw`^ +description: +(${scalar}|[^\s"'|>{\[&*!#][^\n#]*?)[ \t]*(?: #.*)?$`,
    'gm',
  ),
  target: /\b(?:target|targetPercent): *(\d+(?:\.\d+)?)(?=[\s,}]|$)/gm,
  window: /\bduration: *(\d+[a-zA-Z]+)(?=[\s,}]|$)/gm,
};

function find(text: string, { from, to }: SloText, name: FieldName): Found | null {
  const matches = [...text.slice(from, to).matchAll(patterns[name])];
  const [match, another] = matches;
  const value = match?.[1];
  if (match === undefined || value === undefined || another !== undefined) return null;
  const at = from + match.index + match[0].indexOf(value, match[0].indexOf(':'));
  return { at, value, isPercent: match[0].startsWith('targetPercent') };
}

function plain(value: string): string {
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1, -1);
  }
}

/** Words as they are where YAML takes them for nothing else. */
function quoted(value: string): string {
  const oneLine = value.replaceAll(/\s+/g, ' ').trim();
  const safe = /^\p{L}[\p{L}\p{N} ._()/-]*$/u.test(oneLine);
  const means = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(oneLine);
  return safe && !means ? oneLine : JSON.stringify(oneLine);
}

function targetText(value: string, isPercent: boolean): string | null {
  const percent = Number(value.normalize('NFKC').replace('%', '').trim() || Number.NaN);
  if (!(percent > 0 && percent < 100)) return null;
  return String(isPercent ? percent : tidy(percent / 100));
}

/** Without the noise of binary. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
