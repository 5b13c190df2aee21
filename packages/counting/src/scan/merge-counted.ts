import { sumMinutes } from './minute-tally.ts';
import type { Counted } from './scanner.ts';
import type { Unparsed } from './unparsed.ts';

/** What several streams held together; of samples only those of the first stream that has any. */
export function mergeCounted(parts: readonly Counted[]): Counted {
  const groups = Map.groupBy(
    parts.flatMap((part) => part.groups),
    ({ name }) => name,
  );
  return {
    lines: parts.reduce((sum, { lines }) => sum + lines, 0),
    unparsed: mergeUnparsed(parts.flatMap(({ unparsed }) => unparsed)),
    minutes: sumMinutes(parts.map(({ minutes }) => minutes)),
    groups: [...groups].map(([name, same]) => ({
      name,
      minutes: sumMinutes(same.map(({ minutes }) => minutes)),
    })),
  };
}

function mergeUnparsed(all: readonly Unparsed[]): readonly Unparsed[] {
  return [...Map.groupBy(all, ({ reason }) => reason)].map(([reason, parts]) => ({
    reason,
    count: parts.reduce((sum, { count }) => sum + count, 0),
    samples: parts.find(({ samples }) => samples.length > 0)?.samples ?? [],
  }));
}
