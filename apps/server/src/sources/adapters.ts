import { createS3LogStore, createSqsLogNotices } from '@sekisho/aws/sources';
import type { SourceAdapters } from '@sekisho/core';
import { awsAccess } from './aws-access.ts';
import { createKept } from './kept.ts';
import { createLogFiles } from './log-files.ts';
import { makeMinuteSource } from './minute-source.ts';
import type { SourceOptions } from './options.ts';
import { runOfProbe } from './run-of-probe.ts';

/** Of one question for a preview: somebody waits for it, and the source has other work. */
const previewBounds = { timeoutMs: 5000, maxBytes: 8 * 1024 * 1024 } as const;

/** What reads the sources of SLOs: which program speaks to which kind is known here alone. */
export function createSourceAdapters(options: SourceOptions): SourceAdapters & { close(): void } {
  const kept = createKept();
  const files = createLogFiles(options.logFolder ?? undefined);
  /** The role may change without the source: it is part of the description. */
  const roleOf = (environment: string | null) =>
    environment === null ? null : (options.config().environments[environment]?.roleArn ?? null);
  return {
    logStore: (source) =>
      kept.get(['store', source, roleOf(source.environment)], () => {
        const { access, close } = awsAccess(source, options);
        const store = createS3LogStore({ ...access, bucket: source.bucket });
        return { ...store, close: both(store.close, close) };
      }),
    logNotices(source) {
      const { queueUrl, bucket } = source;
      if (queueUrl === null) return null;
      return kept.get(['notices', source, roleOf(source.environment)], () => {
        const { access, close } = awsAccess(source, options);
        const notices = createSqsLogNotices({ ...access, bucket, queueUrl });
        return { ...notices, close: both(notices.close, close) };
      });
    },
    logFiles: () => files,
    minuteSource(slo, source) {
      const { indicator } = slo;
      const environment = 'connection' in source ? source.connection['environment'] : null;
      const role = typeof environment === 'string' ? roleOf(environment) : null;
      const nothing = { close: () => undefined, source: null };
      const made = kept.get(['minutes', source, indicator, role], () => {
        const one = makeMinuteSource(slo, source, options);
        return one === null ? nothing : { source: one, close: one.close };
      });
      return made.source;
    },
    sourceForPreview: (slo, source) =>
      makeMinuteSource(slo, source, { ...options, bounds: previewBounds }),
    probe: (slo, source) => runOfProbe(slo, source, options.now),
    close: kept.close,
  };
}

function both(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}
