import type { RecordingDocument } from './schema.ts';

/** Where an environment's sessions are recorded. */
export interface RecordingPlace {
  /** Bucket and the beginning of keys, without a slash at its end; null where nothing lies in S3. */
  readonly s3: { readonly bucket: string; readonly prefix: string } | null;
  /** Log group with a stream for each session; null where there is none. */
  readonly logGroup: string | null;
  /** Log group with a stream for each server, its own journal. */
  readonly hostLogGroup: string;
}

export interface RecordingConfig {
  /** By environment: each has one. */
  readonly places: Readonly<Record<string, RecordingPlace>>;
  /** Selectors of those who may read what others did. */
  readonly readers: readonly string[];
}

/** The recording in force; null where nothing is said of it. */
export function recordingOf(
  document: RecordingDocument | undefined,
  environments: Readonly<Record<string, { readonly account: string }>>,
): RecordingConfig | null {
  if (document === undefined) return null;
  const { readers, environments: own, ...everywhere } = document;
  const places = Object.entries(environments).map(([name, { account }]) => {
    const here = { ...everywhere, ...(Object.hasOwn(own, name) ? own[name] : {}) };
    const prefix = (here.prefix ?? `sessions/${account}`).replace(/\/+$/, '');
    const place: RecordingPlace = {
      s3: here.bucket === undefined ? null : { bucket: here.bucket, prefix },
      logGroup: here.logGroup ?? null,
      hostLogGroup: here.hostLogGroup ?? '/sekisho/ops-servers',
    };
    return [name, place] as const;
  });
  return { places: Object.fromEntries(places), readers };
}
