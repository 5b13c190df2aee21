import { type Brackets, bracketsOf } from '../javascript/brackets.ts';
import { codeMatches } from '../javascript/calls.ts';
import { importsOf } from '../javascript/imports.ts';
import type { Edit, SourceFile } from '../source-file.ts';
import { entranceOf } from './entrances.ts';
import { importKind } from './import-kind.ts';

const name = 'http_server_request_duration_seconds';

/**
 * A histogram of every response by its status, with a bucket where the SLI needs it: availability
 * and latency from one metric. For services whose own metrics cannot be mended.
 * @param bound seconds
 * @returns null when nothing uses prom-client, or no file takes requests
 */
export function measureRequests(
  files: readonly SourceFile[],
  bound: number,
): { readonly file: SourceFile; readonly edits: readonly Edit[] } | null {
  const isUsed = files.some(({ text }) => /['"]prom-client['"]/.test(text));
  if (!isUsed || files.some(({ text }) => text.includes(name))) return null;
  for (const file of files) {
    const brackets = bracketsOf(file.text);
    const entrance = entranceOf(file.text, brackets);
    const client = entrance && clientOf(file.text);
    const registry = client && registryOf(file, brackets, files);
    if (!entrance || !client || !registry) continue;
    const at = Math.max(client.end, registry.end);
    const text = timing(client.histogram, {
      bound,
      registers: registry.name,
      isTyped: /\.[cm]?ts$/.test(file.path),
    });
    const top = { from: at, to: at, text: `${client.line}\n${text}` };
    return { file, edits: [...client.imported, top, entrance] };
  }
  return null;
}

interface Client {
  /** How the class is written there. */
  readonly histogram: string;
  /** By which the class is imported, where others of its module are. */
  readonly imported: readonly Edit[];
  /** By which it is imported, where none is. */
  readonly line: string;
  /** Behind all imports. */
  readonly end: number;
}

function clientOf(text: string): Client | null {
  const { lines, end, line: lineOf } = importsOf(text);
  const own = lines.find((line) => /['"]prom-client['"]/.test(line.text))?.text;
  if (own === undefined) {
    const line = lineOf('{ Histogram }', 'prom-client');
    return lines.length === 0 ? null : { histogram: 'Histogram', imported: [], line, end };
  }
  const whole =
    /import\s+(?:\*\s+as\s+)?([\w$]+)\s*(?:,|from)/.exec(own)?.[1] ??
    /(?:const|let|var)\s+([\w$]+)\s*=/.exec(own)?.[1];
  if (whole !== undefined) return { histogram: `${whole}.Histogram`, imported: [], line: '', end };
  const imported = importKind(text, 'Histogram');
  return imported === null ? null : { histogram: 'Histogram', imported, line: '', end };
}

/**
 * The registry that a service shows, where it is not the one that prom-client has by itself: a
 * metric that is not in it is never shown. Null when a registry of its own is not known in the file.
 */
function registryOf(file: SourceFile, brackets: Brackets, files: readonly SourceFile[]) {
  const made = /(?:const|let|var)\s+([\w$]+)\s*(?::[^=;\n]+)?=\s*new\s+(?:[\w$]+\.)?Registry\b/g;
  const hasOwn = files.some(({ text }) => /\bnew\s+(?:[\w$]+\.)?Registry\b/.test(text));
  if (!hasOwn) return { name: null, end: 0 };
  const [shown] = codeMatches(file.text, brackets, /([\w$]+)\.metrics\(\)/g);
  const local = codeMatches(file.text, brackets, made);
  const found = local.find(([, each]) => shown === undefined || each === shown[1]) ?? null;
  if (found !== null) {
    const line = file.text.indexOf('\n', found.index);
    return { name: found[1] ?? null, end: line < 0 ? file.text.length : line + 1 };
  }
  const imported = importsOf(file.text).lines.some(
    ({ text }) => shown?.[1] !== undefined && new RegExp(`[{,\\s]${shown[1]}[},\\s]`).test(text),
  );
  return imported ? { name: shown?.[1] ?? null, end: 0 } : null;
}

function timing(
  histogram: string,
  asked: { readonly bound: number; readonly registers: string | null; readonly isTyped: boolean },
): string {
  const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, asked.bound];
  const buckets = [...new Set(bounds)].toSorted((a, b) => a - b).join(', ');
  const registers = asked.registers === null ? '' : `\n  registers: [${asked.registers}],`;
  const response = asked.isTyped ? "response: import('node:http').ServerResponse" : 'response';
  return `const responses = new ${histogram}({
  name: '${name}',
  help: 'Responses by status, and how long they took.',
  labelNames: ['code'],
  buckets: [${buckets}],${registers}
});

function timeResponse(${response}) {
  const end = responses.startTimer();
  response.once('finish', () => end({ code: response.statusCode }));
}
`;
}
