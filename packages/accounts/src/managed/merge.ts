import { type Section, sectionsText } from '../formats/section.ts';

/** What became of a file when our sections were put in. */
export interface Merged {
  readonly text: string;
  /** Heads of sections that the file has of its own: they stay, and ours are left out. */
  readonly kept: readonly string[];
}

/** Why a file is left as it is: its markers do not tell which part is ours. */
export interface Torn {
  readonly torn: 'begin-without-end' | 'end-without-begin' | 'begin-twice';
  /** Of the marker, counted from one. */
  readonly line: number;
}

const begin = '# sekisho begin: made of sekisho.yaml; what is written here is overwritten';
const end = '# sekisho end';
const begins = /^# sekisho begin(:|$)/;
const ends = /^# sekisho end$/;

/**
 * Puts sections into a file between two markers, in place of what is between them, at the end when
 * there are none. Every other character stays as it is. No sections and no markers: no change.
 *
 * Text is taken as it is: read and write the file as `latin1` to keep bytes that are no UTF-8, and
 * keep sections to ASCII.
 */
export function mergeSections(text: string, sections: readonly Section[]): Merged | Torn {
  const lines = linesOf(text);
  const found = findMarkers(lines);
  if ('torn' in found) return found;
  const newline = lines.some((line) => line.endsWith('\r\n')) ? '\r\n' : '\n';
  const { before, after } = found;
  const own = headsIn([...before, ...after]);
  const ours = sections.filter(({ head }) => !own.has(head));
  const kept = sections.filter(({ head }) => own.has(head)).map(({ head }) => head);
  if (ours.length === 0) return { text: joined(before, after), kept };
  const block = `${begin}\n${sectionsText(ours)}${end}\n`.replaceAll('\n', newline);
  return { text: `${opened(before, newline, found.isNew)}${block}${after.join('')}`, kept };
}

/** Lines with their ends, so that joined they are the text again. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function findMarkers(
  lines: readonly string[],
): Torn | { readonly before: string[]; readonly after: string[]; readonly isNew: boolean } {
  const at = (pattern: RegExp) =>
    lines.flatMap((line, index) => (pattern.test(line.trimEnd()) ? [index] : []));
  const [first, second] = at(begins);
  const [last, other] = at(ends);
  if (second !== undefined) return { torn: 'begin-twice', line: second + 1 };
  if (first === undefined && last === undefined)
    return { before: [...lines], after: [], isNew: true };
  if (last === undefined) return { torn: 'begin-without-end', line: (first ?? 0) + 1 };
  if (first === undefined || last < first) return { torn: 'end-without-begin', line: last + 1 };
  if (other !== undefined) return { torn: 'end-without-begin', line: other + 1 };
  return { before: lines.slice(0, first), after: lines.slice(last + 1), isNew: false };
}

/** What stands before our part, closed by an empty line when the part is new. */
function opened(before: readonly string[], newline: string, isNew: boolean): string {
  const text = before.join('');
  if (!isNew || text === '') return text;
  const closed = text.endsWith('\n') ? text : `${text}${newline}`;
  return `${closed}${newline}`;
}

function joined(before: readonly string[], after: readonly string[]): string {
  return [...before, ...after].join('');
}

function headsIn(lines: readonly string[]): ReadonlySet<string> {
  const heads = lines.flatMap((line) => /^\[([^\]]+)\]/.exec(line)?.[1]?.trim() ?? []);
  return new Set(heads.map((head) => head.replace(/\s+/g, ' ').replaceAll(/["']/g, '')));
}
