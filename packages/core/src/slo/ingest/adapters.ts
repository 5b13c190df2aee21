import type { SloConfig, SourceConfig } from '@sekisho/config';
import type { LogFiles, LogNotices, LogStore, MinuteSource, ProbeOutcome } from '../ports.ts';

type Kind<Name extends SourceConfig['kind']> = Extract<SourceConfig, { readonly kind: Name }>;

/** Makes what reads a source; the composition root knows which program speaks to which kind. Each is asked anew for every pass. */
export interface SourceAdapters {
  logStore(source: Kind<'s3-logs'>): LogStore;
  /** Null where nobody tells of new objects, so that they are listed. */
  logNotices(source: Kind<'s3-logs'>): LogNotices | null;
  logFiles(source: Kind<'log-files'>): LogFiles;
  /** Null where this build has no program for the kind. */
  minuteSource(slo: SloConfig, source: SourceConfig): MinuteSource | null;
  /**
   * What is asked for a definition that is not in force: bounded so that it spares the source, held by
   * nobody, and closed by who asked. Null as above. Errors: `SourceError` when a secret is not set.
   */
  sourceForPreview(slo: SloConfig, source: SourceConfig): (MinuteSource & { close(): void }) | null;
  /** Makes one run of the probe that measures an SLO. Errors: `SourceError` when nothing of the kind does. */
  probe(slo: SloConfig, source: SourceConfig): (signal?: AbortSignal) => Promise<ProbeOutcome>;
  /** Ends what is under way soon: what was counted is kept, and the rest is left for the next time. */
  readonly stopping?: AbortSignal;
}
