/** What stands in a pair of braces, and where it ends. */
export interface LabelsRead {
  readonly labels: ReadonlyMap<string, string>;
  /** The metric's name, where it is written inside the braces (`{"http.requests"}`). */
  readonly name: string | null;
  /** Behind the closing brace. */
  readonly end: number;
}

export type LabelsFault = 'labels' | 'repeated-label';

const bareName = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const blank = /[ \t]*/y;
const special = /["\\]/g;

/**
 * Reads labels from right behind their opening brace.
 * Source: Prometheus "Exposition formats" (text format; names in quotes since 3.0) and OpenMetrics 1.0.
 */
export function readLabels(line: string, begin: number): LabelsRead | LabelsFault {
  const labels = new Map<string, string>();
  let name: string | null = null;
  let at = skip(line, begin);
  for (;;) {
    if (line[at] === '}') return { labels, name, end: at + 1 };
    const key = readKey(line, at);
    if (key === null) return 'labels';
    at = skip(line, key.end);
    if (line[at] === '=') {
      const value = readQuoted(line, skip(line, at + 1));
      if (value === null || key.text === '__name__') return 'labels';
      if (labels.has(key.text)) return 'repeated-label';
      labels.set(key.text, value.text);
      at = skip(line, value.end);
    } else {
      if (!key.isQuoted || name !== null) return 'labels';
      name = key.text;
    }
    if (line[at] === ',') at = skip(line, at + 1);
    else if (line[at] !== '}') return 'labels';
  }
}

function readKey(line: string, at: number) {
  if (line[at] === '"') {
    const quoted = readQuoted(line, at);
    return quoted === null || quoted.text === '' ? null : { ...quoted, isQuoted: true };
  }
  bareName.lastIndex = at;
  const found = bareName.exec(line);
  return found === null ? null : { text: found[0], end: at + found[0].length, isQuoted: false };
}

/** Backslash, quote and line feed are escaped; Prometheus refuses any other escape. */
function readQuoted(line: string, at: number): { text: string; end: number } | null {
  if (line[at] !== '"') return null;
  let text = '';
  for (let from = at + 1; from < line.length; ) {
    special.lastIndex = from;
    const place = special.exec(line)?.index ?? -1;
    if (place < 0) return null;
    text += line.slice(from, place);
    if (line[place] === '"') return { text, end: place + 1 };
    const escaped = { '\\': '\\', '"': '"', n: '\n' }[line[place + 1] ?? ''];
    if (escaped === undefined) return null;
    text += escaped;
    from = place + 2;
  }
  return null;
}

function skip(line: string, at: number): number {
  blank.lastIndex = at;
  return at + (blank.exec(line)?.[0].length ?? 0);
}
