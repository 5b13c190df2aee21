import type { OpsPorts } from './ops/index.ts';
import type { SourceAdapters } from './slo/ingest/index.ts';
import type { Signer } from './timeline/index.ts';

/** Everything that the house needs from outside. */
export interface Ports extends OpsPorts {
  readonly signer: Signer;
  /** Whether this is the simulated world. */
  readonly practice: boolean;
  /** What reads the sources of SLOs; without it none is read. */
  readonly sources?: SourceAdapters;
}
