import { type Item, insideOf, itemsOf } from '../javascript/calls.ts';
import type { Edit } from '../source-file.ts';
import { without } from './buckets.ts';
import { type Call, callsOf, type MetricFound, property } from './find-metric.ts';
import { responseOf } from './response-of.ts';

/** Methods whose first argument may be labels. */
const labelled = ['inc', 'observe', 'set', 'labels'];

/** A label goes, from the metric and from every call that gives it. */
export function dropLabel(metric: MetricFound, label: string): readonly Edit[] | null {
  const named = labelNamesOf(metric);
  const item = named?.items.find((each) => textOf(metric, each) === label);
  if (item === undefined) return null;
  // A timer is given labels when it ends, by a name of its own.
  if (callsOf(metric, 'startTimer').length > 0) return null;
  const edits: Edit[] = [without(metric, item), ...retyped(metric, { drop: label })];
  const before = edits.length;
  for (const call of labelled.flatMap((method) => callsOf(metric, method))) {
    const labels = labelsOf(metric, call.from);
    if (labels === null) return null;
    const given = labels.items.find(({ key }) => key === label);
    if (given !== undefined) edits.push(without(metric, given));
  }
  return edits.length > before ? edits : null;
}

/**
 * A counter that counts where a request begins tells no failure: it gets the label `code`, and
 * counts when the response is finished, for only then its status is known.
 */
export function addFailureLabel(metric: MetricFound): readonly Edit[] | null {
  if (metric.kind.name !== 'Counter') return null;
  const calls = callsOf(metric, 'inc');
  if (calls.length === 0) return null;
  const edits = calls.map((call) => countWhenFinished(metric, call));
  const sound = edits.filter((edit) => edit !== null);
  const named = nameLabel(metric);
  if (named === null || sound.length < edits.length) return null;
  return [named, ...retyped(metric, { add: 'code' }), ...sound];
}

function nameLabel(metric: MetricFound): Edit | null {
  const named = labelNamesOf(metric);
  if (named !== null) {
    const last = named.items.at(-1);
    const at = last?.to ?? named.from;
    return { from: at, to: at, text: last === undefined ? "'code'" : ", 'code'" };
  }
  const last = metric.properties.at(-1);
  if (property(metric, 'labelNames') !== null || last === undefined) return null;
  return { from: last.to, to: last.to, text: ", labelNames: ['code']" };
}

/** The labels that a type names besides: `Counter<'method' | 'path'>`. */
function retyped({ generic, file }: MetricFound, { add, drop }: { add?: string; drop?: string }) {
  const written = generic === null ? '' : file.text.slice(generic.from, generic.to);
  const names = [...written.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? '');
  const isUnion = /^(?:\s*\|?\s*(?:'[^']*'|"[^"]*"))+\s*$/.test(written);
  if (generic === null || !isUnion) return [];
  const kept = names.filter((name) => name !== drop);
  const all = (add === undefined || kept.includes(add) ? kept : [...kept, add]).map(
    (name) => `'${name}'`,
  );
  if (all.length > 0) return [{ ...generic, text: all.join(' | ') }];
  return [{ from: generic.from - 1, to: generic.to + 1, text: '' }];
}

function countWhenFinished(metric: MetricFound, call: Call): Edit | null {
  const { text } = metric.file;
  const response = responseOf(metric, call.begin);
  if (response === null) return null;
  const code = `code: ${response.name}.statusCode`;
  const labels = labelsOf(metric, call.from);
  const given = text.slice(call.from, call.to).trim();
  if (labels === null && given !== '') return null;
  const last = labels?.items.at(-1);
  const inside =
    last === undefined
      ? `{ ${code} }`
      : `${text.slice(call.from, last.to)}, ${code}${text.slice(last.to, call.to)}`;
  const counts = `${text.slice(call.begin, call.from)}${inside})`;
  return {
    from: call.begin,
    to: call.to + 1,
    text: response.isFinished ? counts : `${response.emitter}.once('finish', () => ${counts})`,
  };
}

function labelNamesOf(metric: MetricFound) {
  const item = property(metric, 'labelNames');
  return item === null ? null : literalAt(metric, item.value, '[');
}

function labelsOf(metric: MetricFound, from: number) {
  const blank = /^\s*/.exec(metric.file.text.slice(from))?.[0].length ?? 0;
  return literalAt(metric, from + blank, '{');
}

function literalAt(metric: MetricFound, at: number, bracket: string) {
  const { text } = metric.file;
  const inside = text[at] === bracket ? insideOf(metric.brackets, at) : null;
  return inside === null ? null : { ...inside, items: itemsOf(text, metric.brackets, inside) };
}

function textOf({ file }: MetricFound, { from, to }: Item): string {
  return file.text.slice(from, to).replace(/^(['"`])(.*)\1$/, '$2');
}
