import { type Item, insideOf, itemsOf } from '../javascript/calls.ts';
import type { Edit } from '../source-file.ts';
import { without } from './buckets.ts';
import { callsOf, type MetricFound, property } from './find-metric.ts';

/** Methods whose first argument may be labels. */
const labelled = ['inc', 'observe', 'set', 'labels'];

/** A label goes, from the metric and from every call that gives it. */
export function dropLabel(metric: MetricFound, label: string): readonly Edit[] | null {
  const named = labelNamesOf(metric);
  const item = named?.items.find((each) => textOf(metric, each) === label);
  if (item === undefined) return null;
  // A timer is given labels when it ends, by a name of its own.
  if (callsOf(metric, 'startTimer').length > 0) return null;
  const edits: Edit[] = [without(metric, item)];
  for (const call of labelled.flatMap((method) => callsOf(metric, method))) {
    const labels = labelsOf(metric, call.from);
    if (labels === null) return null;
    const given = labels.items.find(({ key }) => key === label);
    if (given !== undefined) edits.push(without(metric, given));
  }
  return edits.length > 1 ? edits : null;
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
  return named === null || sound.length < edits.length ? null : [named, ...sound];
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

function countWhenFinished(
  metric: MetricFound,
  call: { readonly begin: number; readonly from: number; readonly to: number },
): Edit | null {
  const { text } = metric.file;
  const response = responseName(text.slice(0, call.begin));
  if (response === null) return null;
  const code = `code: ${response}.statusCode`;
  const labels = labelsOf(metric, call.from);
  const given = text.slice(call.from, call.to).trim();
  if (labels === null && given !== '') return null;
  const last = labels?.items.at(-1);
  const inside =
    last === undefined
      ? `{ ${code} }`
      : `${text.slice(call.from, last.to)}, ${code}${text.slice(last.to, call.to)}`;
  const counts = `${text.slice(call.begin, call.from)}${inside})`;
  const isFinished = new RegExp(
    `${response}\\s*\\.\\s*(?:on|once)\\(\\s*['"]finish['"]\\s*,[^;]{0,200}$`,
  ).test(text.slice(0, call.begin));
  return {
    from: call.begin,
    to: call.to + 1,
    text: isFinished ? counts : `${response}.once('finish', () => ${counts})`,
  };
}

/** What the nearest handler before a place calls the response: the second parameter after `req`. */
function responseName(before: string): string | null {
  const handlers = [...before.matchAll(/\(\s*_?(?:req|request)\b(?:\s*:[^,()]*)?\s*,\s*([\w$]+)/g)];
  return handlers.at(-1)?.[1] ?? null;
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
