import type { PromqlFault, PromqlRead, PromqlWhy, ValueType } from '../promql/index.ts';

/**
 * Whether and how queries are read with Prometheus's grammar. It is handed in, so that only those
 * who ask for it load it.
 */
export interface QueryCheck {
  readonly read: (query: string) => PromqlRead;
  /** Whether what Prometheus refuses is a problem; a warning otherwise. */
  readonly refuses: boolean;
}

export type QueryFault =
  | { readonly code: 'no-window-variable'; readonly facts: Record<never, never> }
  | { readonly code: 'strange-template'; readonly facts: { value: string } }
  | { readonly code: 'query-unbalanced'; readonly facts: { value: string } }
  | { readonly code: 'query-ends-in-comment'; readonly facts: Record<never, never> };

/** Writes a span such as `5m` where `{{.window}}` stands. */
export function withWindow(query: string, window: string): string {
  return query.replace(/\{\{ *\.window *\}\}/g, () => window);
}

/** What makes a query one that no rule can be made of; null when nothing does. */
export function queryFault(query: string): QueryFault | null {
  const strange = query.replace(/\{\{ *\.window *\}\}/g, '').match(/\{\{[^}]*\}?\}?/);
  if (strange !== null) return { code: 'strange-template', facts: { value: strange[0] } };
  if (withWindow(query, '') === query) return { code: 'no-window-variable', facts: {} };
  return unbalanced(withWindow(query, exampleWindow));
}

/** What Prometheus finds in a query, the windows in place; null for nothing. */
export function promqlFault(
  query: string,
  { read }: QueryCheck,
): { fault: PromqlWhy; before: string; after: string } | { result: ValueType } | null {
  const found = read(withWindow(query, exampleWindow));
  if ('type' in found) return wrongResults.includes(found.type) ? { result: found.type } : null;
  const at = placeInTemplate(query, found.fault);
  return { fault: found.fault, before: query.slice(0, at), after: query.slice(at) };
}

const wrongResults: readonly ValueType[] = ['matrix', 'string'];

function placeInTemplate(query: string, { at }: PromqlFault): number {
  let ahead = 0;
  for (const { 0: template, index } of query.matchAll(/\{\{ *\.window *\}\}/g)) {
    if (index - ahead >= at) break;
    ahead += template.length - exampleWindow.length;
  }
  return Math.min(at + ahead, query.length);
}

const exampleWindow = '5m';
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** A string with its escapes (none in backquotes), a comment, or a bracket. */
const tokens = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|#[^\n]*|["'`()[\]{}]/g;

/**
 * Brackets and quotes that do not close would swallow what the rule puts around the query, and so
 * would a comment at its end. (Syntax of PromQL and MetricsQL alike.)
 */
function unbalanced(query: string): QueryFault | null {
  const open: string[] = [];
  for (const { 0: token, index } of query.matchAll(tokens)) {
    if (token[0] === '#') {
      if (index + token.length === query.length)
        return { code: 'query-ends-in-comment', facts: {} };
    } else if (token.length > 1) continue;
    else if (closers[token] !== undefined) open.push(closers[token]);
    else if (open.pop() !== token) return { code: 'query-unbalanced', facts: { value: token } };
  }
  const missing = open.pop();
  return missing === undefined ? null : { code: 'query-unbalanced', facts: { value: missing } };
}
