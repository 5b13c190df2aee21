import { type Document, isCollection, LineCounter, parseAllDocuments, type Tags } from 'yaml';
import type { FileFacts } from '../problems/facts.ts';
import { formatPath, shown, valueAt } from '../problems/path.ts';
import type { Problem, Report } from '../problems/problem.ts';
import { plainScalars, type YamlDialect } from './go-scalars.ts';
import { lexicalFault } from './lexical-fault.ts';
import { type Locate, locator } from './locate.ts';
import { plainValue, TooMuch } from './plain-value.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** Far more than any file of definitions; what is larger is something else. */
export const maximumBytes = 1_000_000;
/** More than anyone mends at once; the rest is counted. */
const maximumProblems = 200;

/** One YAML document of a file. */
export interface YamlDocument {
  /** From 1. */
  readonly number: number;
  /** Plain values, with no aliases left in them. */
  readonly raw: unknown;
  /** Line and column (from 1) of the value at a path, or of its key; of the nearest parent when nothing is there. */
  readonly locate: Locate;
  /** Adds what is wrong with this document to the problems of the file. */
  readonly report: Report;
}

export interface YamlFile {
  /** Those that can be read at all; empty ones are left out. */
  readonly documents: readonly YamlDocument[];
  /** What is wrong so far; grows while the documents report. */
  readonly problems: Problem[];
}

type Fault = { [Name in keyof FileFacts]: [Name, FileFacts[Name]] }[keyof FileFacts];

/**
 * Reads a file of YAML documents that anyone may have written; merge keys (`<<`) are applied.
 * Never throws: every fault of the text is a problem with its place.
 * @param file its name, as people will see it
 * @param dialect what plain text means
 */
export function readYamlFile(
  bytes: Uint8Array,
  file: string,
  dialect: YamlDialect = plainScalars,
): YamlFile {
  const problems: Problem[] = [];
  const fault = ([code, facts]: Fault, document = 1, line = 1, column = 1) => {
    const place = { file, document, line, column, path: '' };
    problems.push({ code, facts, place, value: '' } as Problem);
  };
  const failed = (reason: Fault): YamlFile => {
    fault(reason);
    return { documents: [], problems };
  };
  if (bytes.length > maximumBytes) return failed(['too-large', { maximumBytes }]);
  const text = decode(bytes);
  if (typeof text === 'number') return failed(['not-utf8', { offset: text }]);
  const lexical = lexicalFault(text);
  if (lexical !== null) return failed([lexical, {}]);
  const lines = new LineCounter();
  const parsed = parse(text, lines, dialect);
  if (parsed === null) return failed(['too-deep', {}]);
  const documents: YamlDocument[] = [];
  for (const [index, document] of parsed.entries()) {
    const number = index + 1;
    const at = (offset: number, reason: Fault) => {
      const { line, col } = lines.linePos(offset);
      fault(reason, number, Math.max(1, line), Math.max(1, col));
    };
    const before = problems.length;
    for (const error of [...document.errors, ...document.warnings].slice(0, 20)) {
      at(error.pos[0], ['bad-yaml', { problem: oneLine(error.message) }]);
    }
    for (const { key, offset } of repeatedKeys(document.contents)) {
      at(offset, ['duplicate-key', { key }]);
    }
    if (problems.length > before || isEmpty(document)) continue;
    const raw = valueOf(document, dialect);
    if (raw === null) at(document.contents?.range?.[0] ?? 0, ['alias-bomb', {}]);
    else documents.push(readable(document, raw.value, { file, number, lines, problems }));
  }
  if (documents.length === 0 && problems.length === 0) return failed(['nothing-there', {}]);
  return { documents, problems };
}

function readable(
  document: Document.Parsed,
  raw: unknown,
  {
    file,
    number,
    lines,
    problems,
  }: { file: string; number: number; lines: LineCounter; problems: Problem[] },
): YamlDocument {
  const locate = locator(document, lines);
  const report: Report = (code, path, facts, at = 'value') => {
    if (problems.length >= maximumProblems) return;
    const place = { file, document: number, ...locate(path, at), path: formatPath(path) };
    problems.push({ code, facts, place, value: shown(valueAt(raw, path)) } as Problem);
  };
  return { number, raw, locate, report };
}

/** The text, or the offset of the first byte that fits no character. */
function decode(bytes: Uint8Array): string | number {
  const whole = decoded(bytes, false);
  if (whole !== null) return whole;
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decoded(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  return good;
}

/** @param open whether the last character may be cut */
function decoded(bytes: Uint8Array, open: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: open });
  } catch {
    return null;
  }
}

function parse(
  text: string,
  lineCounter: LineCounter,
  { tags: own }: YamlDialect,
): readonly Document.Parsed[] | null {
  try {
    const customTags = (tags: Tags): Tags => [...own, ...tags];
    const options = { lineCounter, prettyErrors: false, logLevel: 'error', merge: true } as const;
    // The parser's own search for repeated keys compares each key with all others.
    const parsed = parseAllDocuments(text, {
      ...options,
      customTags,
      uniqueKeys: false,
      intAsBigInt: true,
    });
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    // The parser recurses; what it cannot take is nested far deeper than any definition.
    return null;
  }
}

function isEmpty(document: Document.Parsed): boolean {
  const { contents } = document;
  if (contents === null) return true;
  return !isCollection(contents) && contents.source === '';
}

function valueOf(
  document: Document.Parsed,
  { wholeFrom }: YamlDialect,
): { readonly value: unknown } | null {
  try {
    return { value: plainValue(document.toJS({ maxAliasCount: 2_000 }), wholeFrom) };
  } catch (error) {
    if (
      error instanceof TooMuch ||
      error instanceof ReferenceError ||
      error instanceof RangeError
    ) {
      return null;
    }
    throw error;
  }
}

function oneLine(message: string): string {
  return message
    .replace(/\s+/g, ' ')
    .replace(/[.:]?\s*$/, '')
    .slice(0, 200);
}
