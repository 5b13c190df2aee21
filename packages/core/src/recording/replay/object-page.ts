import type { CloudScope } from '../../platform/cloud-scope.ts';
import type { RecordingCloud } from '../cloud.ts';
import type { SessionRow } from '../store.ts';
import { createSafeWriter } from '../terminal/safe.ts';
import { objectKey } from './object-key.ts';
import type { RecordingEvents } from './page.ts';

export interface PageAsked {
  readonly cloud: RecordingCloud;
  readonly scope: CloudScope;
  readonly row: SessionRow;
  /** `next` of the page before; null for the first. */
  readonly after: string | null;
}

const pageBytes = 256 * 1024;
/** Between lines of a recording without times. */
const secondsPerLine = 0.1;
const lineFeed = 0x0a;

/** A page of a raw terminal log; null where there is none. Errors: `CloudError`. */
export async function objectPage(
  { cloud, scope, row, after }: PageAsked,
  s3: { readonly bucket: string; readonly prefix: string },
): Promise<RecordingEvents | null> {
  const [, from = 0, line = 0] = (after ?? '').split('/').map(Number);
  const key = objectKey(s3, row.id);
  const part = await cloud.readObject(scope, { bucket: s3.bucket, key, from, length: pageBytes });
  if (part === null) return null;
  const isLast = from + part.bytes.length >= part.size || part.bytes.length === 0;
  const bytes = isLast ? part.bytes : part.bytes.subarray(0, endOfLines(part.bytes));
  const writer = createSafeWriter();
  const lines = new TextDecoder()
    .decode(bytes)
    .split(/(?<=\n)/)
    .filter((text) => text !== '');
  const events = lines.map((text, index) => event(line + index, writer.push(text)));
  const next = isLast ? null : `s3/${from + bytes.length}/${line + lines.length}`;
  return { events: events.filter(([, , text]) => text !== ''), timing: 'by-line', next };
}

function event(line: number, text: string): [number, 'o', string] {
  return [Math.round(line * secondsPerLine * 1000) / 1000, 'o', text];
}

/** After the last line that is whole; where none is, before the last character that may be cut. */
function endOfLines(bytes: Uint8Array): number {
  const last = bytes.lastIndexOf(lineFeed);
  if (last >= 0) return last + 1;
  // Bytes 10xxxxxx go on with a character of UTF-8, which has four at most.
  let end = bytes.length;
  for (let back = 0; back < 3 && end > 1 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80; back += 1)
    end -= 1;
  return (bytes[end - 1] ?? 0) >= 0xc0 && end > 1 ? end - 1 : bytes.length;
}
