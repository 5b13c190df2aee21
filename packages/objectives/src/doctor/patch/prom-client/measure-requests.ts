import { bracketsOf } from '../javascript/brackets.ts';
import { codeMatches } from '../javascript/calls.ts';
import type { Edit, SourceFile } from '../source-file.ts';
import { importKind } from './import-kind.ts';

/** Where a server takes its requests, and what is written there. */
interface Entrance {
  readonly expression: RegExp;
  readonly hook: (match: RegExpExecArray) => string;
}

const entrances: readonly Entrance[] = [
  {
    // createServer((req, res) => {
    expression: /createServer\(\s*(?:async\s+)?\(\s*([\w$]+)[^,()]*,\s*([\w$]+)[^()]*\)\s*=>\s*\{/g,
    hook: ([, request = 'req', response = 'res']) =>
      `\n  if (${request}.url !== '/metrics') timeResponse(${response});`,
  },
  {
    expression:
      /createServer\(\s*(?:async\s+)?function\s*[\w$]*\(\s*([\w$]+)[^,()]*,\s*([\w$]+)[^()]*\)\s*\{/g,
    hook: ([, request = 'req', response = 'res']) =>
      `\n  if (${request}.url !== '/metrics') timeResponse(${response});`,
  },
  {
    expression: /(?:const|let|var)\s+([\w$]+)\s*=\s*express\(\s*\);?/g,
    hook: ([, app = 'app']) =>
      `\n${app}.use((request, response, next) => {\n  if (request.path !== '/metrics') timeResponse(response);\n  next();\n});`,
  },
  {
    expression: /(?:const|let|var)\s+([\w$]+)\s*=\s*(?:fastify|Fastify)\([^;]*\);/g,
    hook: ([, app = 'app']) =>
      `\n${app}.addHook('onRequest', async (request, reply) => {\n  if (request.url !== '/metrics') timeResponse(reply.raw);\n});`,
  },
];

/**
 * A histogram of every response by its status, with a bucket where the SLI needs it: availability
 * and latency from one metric. For services whose own metrics cannot be mended.
 * @param bound seconds
 * @returns null when no file both uses prom-client and takes requests
 */
export function measureRequests(
  files: readonly SourceFile[],
  bound: number,
): { readonly file: SourceFile; readonly edits: readonly Edit[] } | null {
  for (const file of files) {
    const { text } = file;
    const client = clientOf(text);
    if (client === null || text.includes('http_server_request_duration_seconds')) continue;
    const brackets = bracketsOf(text);
    for (const { expression, hook } of entrances) {
      const [match] = codeMatches(text, brackets, expression);
      if (match === undefined) continue;
      const at = match.index + match[0].length;
      const top = { from: client.end, to: client.end, text: `\n${timing(client, bound)}` };
      return { file, edits: [...client.imported, top, { from: at, to: at, text: hook(match) }] };
    }
  }
  return null;
}

interface Client {
  /** How the class is written there. */
  readonly histogram: string;
  /** By which the class is imported, where it was not. */
  readonly imported: readonly Edit[];
  /** Behind all imports. */
  readonly end: number;
}

function clientOf(text: string): Client | null {
  const imports = [
    ...text.matchAll(
      /^(?:import\b[^;]*?from\s*['"][^'"]+['"]|(?:const|let|var)\b[^;\n]*=\s*require\([^)]*\))\s*;?[ \t]*\n/gm,
    ),
  ];
  const last = imports.at(-1);
  const own = imports.find(([line]) => /['"]prom-client['"]/.test(line));
  if (last === undefined || own === undefined) return null;
  const end = last.index + last[0].length;
  const [line] = own;
  const whole =
    /import\s+(?:\*\s+as\s+)?([\w$]+)\s*(?:,|from)/.exec(line)?.[1] ??
    /(?:const|let|var)\s+([\w$]+)\s*=/.exec(line)?.[1];
  if (whole !== undefined) return { histogram: `${whole}.Histogram`, imported: [], end };
  const imported = importKind(text, 'Histogram');
  return imported === null ? null : { histogram: 'Histogram', imported, end };
}

function timing({ histogram }: Client, bound: number): string {
  const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, bound];
  const buckets = [...new Set(bounds)].toSorted((a, b) => a - b).join(', ');
  return `const responses = new ${histogram}({
  name: 'http_server_request_duration_seconds',
  help: 'Responses by status, and how long they took.',
  labelNames: ['code'],
  buckets: [${buckets}],
});

function timeResponse(response) {
  const end = responses.startTimer();
  response.once('finish', () => end({ code: response.statusCode }));
}
`;
}
