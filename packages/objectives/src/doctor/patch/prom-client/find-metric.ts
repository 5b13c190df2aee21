import { type Brackets, bracketsOf } from '../javascript/brackets.ts';
import { codeMatches, type Inside, type Item, insideOf, itemsOf } from '../javascript/calls.ts';
import type { SourceFile } from '../source-file.ts';

/** Where a file makes a metric with prom-client. */
export interface MetricFound {
  readonly file: SourceFile;
  readonly brackets: Brackets;
  /** `Counter`, `Gauge`, `Histogram` or `Summary`, as it stands there. */
  readonly kind: { readonly name: string; readonly from: number; readonly to: number };
  /** It is reached through the module: `client.Summary`. */
  readonly isMember: boolean;
  /** What its type is told, between `<` and `>`; null when nothing is. */
  readonly generic: Inside | null;
  /** Its configuration. */
  readonly config: Inside;
  readonly properties: readonly Item[];
  /** What it is called in the file; null when it is given no name there. */
  readonly variable: string | null;
}

const made = /new\s+((?:[\w$]+\.)?)(Counter|Gauge|Histogram|Summary)\s*(?:<[^()]*>)?\s*\(/g;

/** A call of one of its methods: from its first character, and what stands in its brackets. */
export interface Call extends Inside {
  readonly begin: number;
}

/** Where a metric of a name is made; null when it is not, or more than once. */
export function findMetric(files: readonly SourceFile[], name: string): MetricFound | null {
  const found = files
    .filter(({ text }) => text.includes(name))
    .flatMap((file) => metricsOf(file).filter((metric) => nameOf(metric) === name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function metricsOf(file: SourceFile): readonly MetricFound[] {
  const brackets = bracketsOf(file.text);
  return codeMatches(file.text, brackets, made).flatMap((match) => {
    const [whole, member = '', name = ''] = match;
    const call = insideOf(brackets, match.index + whole.length - 1);
    const open = call === null ? -1 : file.text.indexOf('{', call.from);
    const config = call === null || open < 0 || open > call.to ? null : insideOf(brackets, open);
    if (config === null) return [];
    const from = match.index + whole.indexOf(name, whole.indexOf(member) + member.length);
    const before = file.text.slice(0, match.index);
    return [
      {
        file,
        brackets,
        kind: { name, from, to: from + name.length },
        isMember: member !== '',
        generic: genericOf(match),
        config,
        properties: itemsOf(file.text, brackets, config),
        variable: /([\w$]+)\s*(?::[^=;\n]*)?=\s*$/.exec(before)?.[1] ?? null,
      },
    ];
  });
}

function genericOf({ 0: whole, index }: RegExpExecArray): Inside | null {
  const open = whole.indexOf('<');
  return open < 0 ? null : { from: index + open + 1, to: index + whole.lastIndexOf('>') };
}

/** Whether other files name it too, so that what they do with it is not seen where it is made. */
export function isShared({ file, variable }: MetricFound, files: readonly SourceFile[]): boolean {
  if (variable === null) return true;
  const word = new RegExp(`(?<![\\w$])${variable.replaceAll('$', '\\$')}(?![\\w$])`);
  const isExported = new RegExp(`export\\b[^;]*${word.source}|exports\\b[^;]*${word.source}`);
  return (
    isExported.test(file.text) &&
    files.some(({ path, text }) => path !== file.path && word.test(text))
  );
}

/** A property of its configuration. */
export function property({ properties }: MetricFound, key: string): Item | null {
  return properties.find((item) => item.key === key) ?? null;
}

function nameOf(metric: MetricFound): string | null {
  const item = property(metric, 'name');
  const text = item === null ? '' : metric.file.text.slice(item.value, item.to);
  return /^(['"`])([^'"`$]*)\1$/.exec(text)?.[2] ?? null;
}

/** The calls of one of its methods: `requests.inc(…)`. */
export function callsOf(metric: MetricFound, method: string): readonly Call[] {
  const { file, brackets, variable } = metric;
  if (variable === null) return [];
  const expression = new RegExp(
    `(?<![\\w$.])${variable.replaceAll('$', '\\$')}\\s*\\.\\s*${method}\\s*\\(`,
    'g',
  );
  return codeMatches(file.text, brackets, expression).flatMap((match) => {
    const inside = insideOf(brackets, match.index + match[0].length - 1);
    return inside === null ? [] : [{ ...inside, begin: match.index }];
  });
}
