import type { RecordingCloud } from '@sekisho/core/cloud';
import type { AwsOptions } from './caller.ts';

/** A page of a log may be a megabyte. */
const patientMs = 20_000;

/**
 * The port `RecordingCloud` on AWS. @see RecordingCloud for what each method promises. As the port of
 * ops servers does, it loads the SDK by its first call.
 */
export function createAwsRecordings(options: AwsOptions): RecordingCloud & { close(): void } {
  let loading: Promise<RecordingCloud & { close(): void }> | null = null;
  const load = () => {
    loading ??= import('./sdk-recordings.ts').then(({ createSdkRecordings }) =>
      createSdkRecordings({ requestTimeoutMs: patientMs, ...options }),
    );
    return loading;
  };
  return {
    listSessions: async (scope, asked) => (await load()).listSessions(scope, asked),
    endedSession: async (scope, id) => (await load()).endedSession(scope, id),
    readObject: async (scope, asked) => (await load()).readObject(scope, asked),
    readStream: async (scope, asked) => (await load()).readStream(scope, asked),
    close: () => void loading?.then((cloud) => cloud.close()),
  };
}
