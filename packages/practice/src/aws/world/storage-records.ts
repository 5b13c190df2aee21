import type { Place } from './records.ts';

/** A bucket: its name is nobody else's in the world. */
export interface Bucket extends Place {
  readonly name: string;
  readonly createdAt: number;
}

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  /** Base64. */
  readonly body: string;
  readonly size: number;
  /** With its quotes, as S3 says it. */
  readonly etag: string;
  readonly contentType: string | null;
  /** `x-amz-meta-…`, by the rest of the name. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
}

/** An upload in parts that was begun and neither completed nor aborted. */
export interface StoredUpload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface StoredPart {
  /** Id of its upload. */
  readonly upload: string;
  readonly number: number;
  /** Base64. */
  readonly body: string;
  readonly size: number;
  /** MD5, in hexadecimal digits. */
  readonly digest: string;
}

export interface StoredLogEvent {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly message: string;
  readonly takenAt: number;
}

/** A stream of a log group, its events in the order of their times. */
export interface LogStream extends Place {
  readonly group: string;
  readonly name: string;
  readonly createdAt: number;
  readonly events: readonly StoredLogEvent[];
}

export interface LogGroup extends Place {
  readonly name: string;
  readonly createdAt: number;
}
