import type { AccessPorts } from './access/index.ts';
import type { ChatPorts } from './chat/index.ts';
import type { CiPorts } from './ci/index.ts';
import type { DoctorPorts } from './doctor/index.ts';
import type { KeepingPorts } from './keeping/index.ts';
import type { OpsPorts } from './ops/index.ts';
import type { RecordingCloud } from './recording/index.ts';
import type { DefinitionTexts, ListPulls } from './slo/index.ts';
import type { SourceAdapters } from './slo/ingest/index.ts';
import type { Signer } from './timeline/index.ts';

/** Everything that the house needs from outside. */
export interface Ports
  extends OpsPorts,
    AccessPorts,
    CiPorts,
    ChatPorts,
    DoctorPorts,
    KeepingPorts {
  readonly signer: Signer;
  /** Whether this is the simulated world. */
  readonly practice: boolean;
  /** Loads what reads the sources of SLOs, when there is one to be read; without it none is. */
  readonly sources?: () => Promise<SourceAdapters>;
  /** The files that the configuration in force was read from; without it a draft is judged by itself. */
  readonly definitions?: () => DefinitionTexts;
  /** Reads sessions on ops servers and their recordings; none are collected without it. */
  readonly recordings?: RecordingCloud;
  /** Lists open pull requests; without it only those are known of which events tell. */
  readonly pulls?: ListPulls;
}
