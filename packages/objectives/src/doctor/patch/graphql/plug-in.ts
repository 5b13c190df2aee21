import { bracketsOf } from '../javascript/brackets.ts';
import { codeMatches, type Inside, insideOf, itemsOf } from '../javascript/calls.ts';
import { importsOf } from '../javascript/imports.ts';
import type { Edit, SourceFile } from '../source-file.ts';

const servers = [
  {
    made: /createYoga\s*(?:<[^()]*>)?\s*\(\s*\{/g,
    plugIn: 'yogaSli',
    from: '@sekisho/graphql-sli/yoga',
  },
  {
    made: /new\s+ApolloServer\s*(?:<[^()]*>)?\s*\(\s*\{/g,
    plugIn: 'apolloSli',
    from: '@sekisho/graphql-sli/apollo',
  },
] as const;

/** `await register.metrics()`, or the promise as it is. */
const showing = /(await\s+)?(?<![\w$.])(?:[\w$]+\.)*[\w$]*[rR]egist(?:er|ry)\.metrics\(\)/g;

/**
 * Puts the plug-in into a GraphQL server, so that operations are judged by their answers: beside the
 * metrics of prom-client where the file shows them, as JSON lines on standard output elsewhere.
 * @returns null when no file makes a server of Apollo or Yoga, or one has the plug-in
 */
export function plugIn(
  files: readonly SourceFile[],
): { readonly file: SourceFile; readonly edits: readonly Edit[] } | null {
  for (const file of files) {
    if (file.text.includes('@sekisho/graphql-sli')) continue;
    for (const server of servers) {
      const edits = plugInto(file.text, server);
      if (edits !== null) return { file, edits };
    }
  }
  return null;
}

function plugInto(text: string, { made, plugIn: name, from }: (typeof servers)[number]) {
  const brackets = bracketsOf(text);
  const [match] = codeMatches(text, brackets, made);
  const inside = match && insideOf(brackets, match.index + match[0].length - 1);
  if (!match || !inside) return null;
  const shown = codeMatches(text, brackets, showing);
  const sink = shown.length > 0 ? 'prometheusSink' : 'logLinesSink';
  const made_ =
    sink === 'prometheusSink'
      ? 'const operations = prometheusSink();\n'
      : 'const operations = logLinesSink({ write: (line) => process.stdout.write(line) });\n';
  const top = importsOf(text);
  const line = top.line(`{ ${[name, sink].toSorted().join(', ')} }`, from);
  const call = `${name}({ sinks: [operations] })`;
  const plugins = itemsOf(text, brackets, inside).find(({ key }) => key === 'plugins');
  const list = plugins && text[plugins.value] === '[' ? insideOf(brackets, plugins.value) : null;
  if (plugins !== undefined && !list) return null;
  const placed: Edit = list
    ? {
        from: list.from,
        to: list.from,
        text: text.slice(list.from, list.to).trim() === '' ? call : `${call}, `,
      }
    : firstOf(text, inside, `plugins: [${call}],`);
  return [
    { from: top.end, to: top.end, text: `${line}\n${made_}` },
    placed,
    ...shown.map(withOperations),
  ];
}

/** Before what the registry shows, for in OpenMetrics nothing may stand behind its `# EOF`. */
function withOperations({ 0: whole, 1: waits, index }: RegExpExecArray): Edit {
  const text =
    waits === undefined
      ? `${whole}.then((text) => operations.text() + text)`
      : `operations.text() + (${whole})`;
  return { from: index, to: index + whole.length, text };
}

/** A property before all others, on a line of its own where they have theirs. */
function firstOf(text: string, { from }: Inside, property: string): Edit {
  const [line] = /^[ \t]*\n[ \t]*(?=\S)/.exec(text.slice(from)) ?? [' '];
  return { from, to: from, text: `${line.slice(line.indexOf('\n'))}${property}` };
}
