import type { ImageFacts } from '@sekisho/contract';
import type { ImageProvenance } from './provenance.ts';

/** What doors show of where an image comes from; null when nothing was published of it. */
export function provenanceView(provenance: ImageProvenance | null | undefined): ImageFacts | null {
  if (provenance === null || provenance === undefined) return null;
  const { builtAt, commit, repository, runUrl, previous, changes } = provenance;
  return { builtAt, commit, repository, runUrl, previous, changes };
}
