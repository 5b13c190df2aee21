import { secondsOf } from '../spans.ts';
import { type KeepingDocument, keepingSchema } from './schema.ts';

/** A folder of a bucket. */
export interface KeptPlace {
  readonly bucket: string;
  /** What keys begin with, `/` included; empty for the whole bucket. */
  readonly prefix: string;
  /** Null means the one of the server's environment. */
  readonly region: string | null;
}

/** Where what must outlive the database is kept; null where nobody says. */
export interface KeepingConfig {
  readonly anchors: KeptPlace | null;
  readonly backups: KeptPlace | null;
  /** Seconds after which people are paged that nothing was kept. */
  readonly pageAfter: { readonly anchors: number; readonly backups: number };
}

/** The keeping in force. */
export function keepingOf(document: KeepingDocument = keepingSchema.parse({})): KeepingConfig {
  const { anchors, backups, region, pageAfter } = document;
  const placeOf = (url: string | undefined): KeptPlace | null => {
    if (url === undefined) return null;
    const { host: bucket, pathname } = new URL(url);
    return { bucket, prefix: decodeURIComponent(pathname.slice(1)), region: region ?? null };
  };
  return {
    anchors: placeOf(anchors),
    backups: placeOf(backups),
    pageAfter: {
      anchors: secondsOf(pageAfter.anchors),
      backups: secondsOf(pageAfter.backups),
    },
  };
}
