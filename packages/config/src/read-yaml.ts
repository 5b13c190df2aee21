import { locator } from '@sekisho/objectives/yaml';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Path, Report } from './problems/problem.ts';

/** Larger than any roster; what is larger is not a configuration. */
export const maximumBytes = 1_000_000;
/** How often aliases may repeat values before it is an attack or a mistake. */
const maximumAliases = 100;
const maximumDepth = 40;

/** A document with the place of everything in it. */
export interface YamlSource {
  /** Plain values; null when the text cannot be read at all. */
  readonly raw: unknown;
  /** Line and column (from 1) of the value at a path, or of its key; of the nearest parent when nothing is there. */
  locate(path: Path, at: 'key' | 'value'): { line: number; column: number };
}

const nowhere: YamlSource = { raw: null, locate: () => ({ line: 1, column: 1 }) };

/** Reads YAML that anyone may have written; every fault of the text is reported, nothing is thrown. */
export function readYaml(text: string, report: Report, reportAt: ReportAt): YamlSource {
  if (Buffer.byteLength(text) > maximumBytes) {
    report('too-large', [], { maximumBytes });
    return nowhere;
  }
  if (tooDeep(text)) {
    report('too-deep', [], {});
    return nowhere;
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    for (const error of document.errors) reportError(error, text, lines, reportAt);
    return source(document, lines, report);
  } catch {
    // The parser recurses; what it cannot take is nested far deeper than any configuration.
    report('too-deep', [], {});
    return nowhere;
  }
}

/** Reports a fault of the text itself, which has a place but no path. */
export type ReportAt = (
  place: { line: number; column: number },
  ...finding:
    | ['bad-yaml', { problem: string }]
    | ['duplicate-key', { key: string }]
    | ['several-documents', Record<never, never>]
) => void;

function reportError(
  error: { code: string; message: string; pos: [number, number] },
  text: string,
  lines: LineCounter,
  reportAt: ReportAt,
): void {
  const { line, col } = lines.linePos(error.pos[0]);
  const place = { line: Math.max(1, line), column: Math.max(1, col) };
  if (error.code === 'DUPLICATE_KEY') {
    const key =
      text
        .slice(error.pos[0], error.pos[0] + 60)
        .split(/[:\n]/, 1)[0]
        ?.trim() ?? '';
    return reportAt(place, 'duplicate-key', { key });
  }
  if (error.code === 'MULTIPLE_DOCS') return reportAt(place, 'several-documents', {});
  const problem = error.message
    .replace(/\s+/g, ' ')
    .replace(/[.:]?\s*$/, '')
    .slice(0, 200);
  reportAt(place, 'bad-yaml', { problem });
}

/** Counts brackets and indentation before parsing, because the parser's own recursion has no limit. */
function tooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    if (character === ']' || character === '}') open = Math.max(0, open - 1);
    if (open > maximumDepth) return true;
  }
  return /^[ ]{200}|(?:- ){40}/m.test(text);
}

function source(document: Document.Parsed, lines: LineCounter, report: Report): YamlSource {
  const locate = locator(document, lines);
  try {
    return { raw: document.toJS({ maxAliasCount: maximumAliases }), locate };
  } catch {
    report('alias-bomb', [], {});
    return { raw: null, locate };
  }
}
