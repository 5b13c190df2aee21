import { bracketsOf } from '../javascript/brackets.ts';
import { codeMatches, insideOf, itemsOf } from '../javascript/calls.ts';
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
  const shown = codeMatches(text, brackets, /await\s+[\w$.]*\bmetrics\(\)/g);
  const sink = shown.length > 0 ? 'prometheusSink' : 'logLinesSink';
  const made_ =
    sink === 'prometheusSink'
      ? 'const operations = prometheusSink();\n'
      : 'const operations = logLinesSink({ write: (line) => process.stdout.write(line) });\n';
  const top = topOf(text, `{ ${[name, sink].toSorted().join(', ')} }`, from);
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
    : { from: inside.from, to: inside.from, text: ` plugins: [${call}],` };
  return [
    { from: top.at, to: top.at, text: `${top.line}\n${made_}` },
    placed,
    ...shown.map(
      ({ 0: whole, index }): Edit => ({
        from: index,
        to: index + whole.length,
        text: `(${whole}) + operations.text()`,
      }),
    ),
  ];
}

/** Behind the last import, and how one more is written there. */
function topOf(text: string, names: string, from: string) {
  const imports = [
    ...text.matchAll(
      /^(?:import\b[^;]*?from\s*['"][^'"]+['"]|(?:const|let|var)\b[^;\n]*=\s*require\([^)]*\))\s*;?[ \t]*\n/gm,
    ),
  ];
  const last = imports.at(-1);
  const at = last === undefined ? 0 : last.index + last[0].length;
  const isModule = last === undefined || imports.some(([line]) => line.startsWith('import'));
  return {
    at,
    line: isModule ? `import ${names} from '${from}';\n` : `const ${names} = require('${from}');\n`,
  };
}
