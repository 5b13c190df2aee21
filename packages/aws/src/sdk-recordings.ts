import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { S3Client } from '@aws-sdk/client-s3';
import type { RecordingCloud } from '@sekisho/core/cloud';
import { type AwsOptions, createCaller } from './caller.ts';
import type { Clients } from './clients.ts';
import type { Connection } from './connection.ts';
import { endedSession, listSessions } from './recordings/list-sessions.ts';
import { readObject } from './recordings/read-object.ts';
import { readStream } from './recordings/read-stream.ts';

/** The port `RecordingCloud` by the SDK. @see RecordingCloud for what each method promises. */
export function createSdkRecordings(options: AwsOptions): RecordingCloud & { close(): void } {
  const { within, close } = createCaller<keyof RecordingCloud>(options);
  const stores = new WeakMap<
    Clients,
    { readonly s3: S3Client; readonly logs: CloudWatchLogsClient }
  >();
  const storesOf = ({ clients, scope }: Connection) => {
    const known = stores.get(clients);
    if (known !== undefined) return known;
    const { credentials, requestHandler } = clients.ssm.read.config;
    const { endpoint } = options;
    const base = {
      ...{ region: scope.region, credentials, requestHandler, maxAttempts: 2 },
      ...(endpoint === undefined ? {} : { endpoint }),
    };
    const made = {
      // The bucket of recordings may lie in another region than the servers.
      s3: new S3Client({
        ...base,
        followRegionRedirects: true,
        forcePathStyle: endpoint !== undefined,
      }),
      logs: new CloudWatchLogsClient(base),
    };
    stores.set(clients, made);
    return made;
  };
  return {
    listSessions: (scope, asked) => within('listSessions', scope, (at) => listSessions(at, asked)),
    endedSession: (scope, id) => within('endedSession', scope, (at) => endedSession(at, id)),
    readObject: (scope, asked) =>
      within('readObject', scope, (at) => readObject(storesOf(at).s3, at.signal, asked)),
    readStream: (scope, asked) =>
      within('readStream', scope, (at) => readStream(storesOf(at).logs, at.signal, asked)),
    close,
  };
}
