import type { Edit } from '../source-file.ts';
import type { MetricFound } from './find-metric.ts';

/**
 * The edits by which a metric becomes one of another kind: its constructor and, where the class is
 * imported by name, the import. Null when the import is not found.
 */
export function changeKind(metric: MetricFound, kind: string): readonly Edit[] | null {
  const change: Edit = { from: metric.kind.from, to: metric.kind.to, text: kind };
  if (metric.isMember) return [change];
  const added = importKind(metric.file.text, kind);
  return added === null ? null : [change, ...added];
}

/** Names one more class where prom-client's are imported: `import { Counter } from 'prom-client'`. */
export function importKind(text: string, kind: string): readonly Edit[] | null {
  const found =
    /import\s*(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s*['"]prom-client['"]/.exec(text) ??
    /(?:const|let|var)\s*\{([^}]*)\}\s*=\s*require\(\s*['"]prom-client['"]\s*\)/.exec(text);
  if (found === null) return null;
  const [whole, names = ''] = found;
  if (new RegExp(`(?:^|[\\s,])${kind}(?:[\\s,]|$)`).test(names)) return [];
  const at = found.index + whole.indexOf('{') + 1 + names.trimEnd().replace(/,$/, '').length;
  return [{ from: at, to: at, text: `, ${kind}` }];
}
