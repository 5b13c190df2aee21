import type { Entry, InputOf } from '@sekisho/contract';

const kinds = [
  'incident',
  'deploy',
  'operation',
] as const satisfies readonly InputOf<'timeline.note'>['kind'][];

/** Something that was noted of a service; `x` and `width` are shares of the span, 0 to 1. */
export interface Noted {
  /** Of its timeline entry. */
  readonly number: number;
  readonly kind: (typeof kinds)[number];
  readonly text: string;
  readonly from: string;
  /** Null when nobody said that it ended. */
  readonly to: string | null;
  readonly x: number;
  readonly width: number;
}

/** The notes among a timeline's entries that reach into a span (milliseconds since 1970), the first first. */
export function notesIn(
  entries: readonly Entry[],
  span: { readonly from: number; readonly to: number },
): readonly Noted[] {
  const length = span.to - span.from;
  return entries
    .filter(({ action, outcome }) => action === 'timeline.note' && outcome === 'done')
    .flatMap((entry): Noted[] => {
      const { kind, from, to } = entry.data;
      const known = kinds.find((one) => one === kind);
      if (known === undefined || typeof from !== 'string') return [];
      const ended = typeof to === 'string' ? to : null;
      const first = Math.max(Date.parse(from), span.from);
      const last = Math.min(Date.parse(ended ?? from), span.to);
      if (!(first <= last)) return [];
      const place = { x: (first - span.from) / length, width: (last - first) / length };
      const { number, texts } = entry;
      return [{ number, kind: known, text: texts['text'] ?? '', from, to: ended, ...place }];
    })
    .toSorted((a, b) => a.x - b.x || a.number - b.number);
}
