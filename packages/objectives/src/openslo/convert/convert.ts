import type { Path } from '../../problems/index.ts';
import type { OpensloDocument } from '../model.ts';
import { dataOf } from '../write.ts';
import { type Change, notesInto, type Target } from './change.ts';
import { finder } from './find.ts';
import { fitV1 } from './to-v1.ts';
import { fitV1alpha } from './to-v1alpha.ts';

export interface Converted {
  /** Plain data, one for each object, ready for `yamlOf`. */
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  /** Everything that did not go over as it was, in the order of the files. */
  readonly changes: readonly Change[];
}

/**
 * Writes documents of any version as another; each thing that cannot be carried over is named.
 * Unknown keys go along where they stood, except empty ones.
 * @param context further documents in which references are looked up
 */
export function convertOpenslo(
  documents: readonly OpensloDocument[],
  to: Target,
  context: readonly OpensloDocument[] = [],
): Converted {
  const changes: Change[] = [];
  const note = notesInto(changes);
  const find = finder([...documents, ...context]);
  const written = documents.flatMap((document) => {
    const fitted = to === 'openslo/v1' ? fitV1(document, note) : fitV1alpha(document, note, find);
    const crowdedOut = (path: Path) =>
      note(document, 'left-out', path, { what: String(path.at(-1)), to });
    return fitted.map((one) => dataOf(one, to, { crowdedOut }));
  });
  return { documents: written, changes: changes.toSorted(byPlace) };
}

function byPlace({ place: a }: Change, { place: b }: Change): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
