import type { Brackets } from '../javascript/brackets.ts';
import { codeMatches } from '../javascript/calls.ts';
import type { Edit } from '../source-file.ts';

/** Where a server takes its requests, and what is written there. */
interface Entrance {
  readonly expression: RegExp;
  readonly hook: (match: RegExpExecArray) => string;
}

const inHandler: Entrance['hook'] = ([, request = 'req', response = 'res']) =>
  `\n  if (${request}.url !== '/metrics') timeResponse(${response});`;

/** Functions that are given to `createServer`. */
const handlers: readonly Entrance[] = [
  {
    expression:
      /createServer\(\s*(?:async\s+)?\(\s*([\w$]+)[^,()]*,\s*([\w$]+)[^()]*\)\s*(?::[^={;]*)?=>\s*\{/g,
    hook: inHandler,
  },
  {
    expression:
      /createServer\(\s*(?:async\s+)?function\s*[\w$]*\(\s*([\w$]+)[^,()]*,\s*([\w$]+)[^()]*\)\s*(?::[^={;]*)?\{/g,
    hook: inHandler,
  },
];

/** `const app = NAME(`, however the function is had. */
function maker(name: string): RegExp {
  return new RegExp(
    `(?:const|let|var)\\s+([\\w$]+)\\s*(?::[^=;\\n]+)?=\\s*(?:${name}|require\\(\\s*['"]${name}['"]\\s*\\))\\s*(?:<[^()]*>)?\\s*\\(`,
    'gi',
  );
}

/** Applications that are made by a call, behind which they are told. */
const applications: readonly Entrance[] = [
  {
    expression: maker('express'),
    hook: ([, app = 'app']) =>
      `\n${app}.use((request, response, next) => {\n  if (request.path !== '/metrics') timeResponse(response);\n  next();\n});`,
  },
  {
    expression: maker('fastify'),
    hook: ([, app = 'app']) =>
      `\n${app}.addHook('onRequest', async (request, reply) => {\n  if (request.url !== '/metrics') timeResponse(reply.raw);\n});`,
  },
];

/** What lets every response of a file's server be timed; null when the file takes no requests. */
export function entranceOf(text: string, brackets: Brackets): Edit | null {
  for (const { expression, hook } of handlers) {
    const [match] = codeMatches(text, brackets, expression);
    if (match === undefined) continue;
    const at = match.index + match[0].length;
    return { from: at, to: at, text: hook(match) };
  }
  for (const { expression, hook } of applications) {
    const [match] = codeMatches(text, brackets, expression);
    const close = match && brackets.closing(match.index + match[0].length - 1);
    if (match === undefined || close === undefined || close < 0) continue;
    const at = endOfChain(text, brackets, close + 1);
    return { from: at, to: at, text: hook(match) };
  }
  return null;
}

/** Behind `.withTypeProvider<…>()` and the like, and behind the semicolon. */
function endOfChain(text: string, brackets: Brackets, from: number): number {
  const call = /^\s*\.\s*[\w$]+\s*(?:<[^()]*>)?\s*\(/.exec(text.slice(from));
  const close = call === null ? -1 : brackets.closing(from + call[0].length - 1);
  if (close >= 0) return endOfChain(text, brackets, close + 1);
  return text[from] === ';' ? from + 1 : from;
}
