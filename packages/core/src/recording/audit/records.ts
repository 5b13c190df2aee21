import { z } from 'zod';

/**
 * A record of the kernel's audit, as an ops server sends it: auditd's line, which it gives to the
 * journal. Source: images/ops-server `audit.yml` and `journal_events.py`; audit's README-install and
 * `audit_format(3)` for the line.
 */
export interface AuditRecord {
  /** The same for all records of one call. */
  readonly event: string;
  /** When it happened. */
  readonly at: Date;
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;
}

const sent = z.object({ message: z.string(), unit: z.string() });
const line =
  /^(?:node=\S{1,255} )?type=([A-Z_]{1,40}) msg=audit\((\d{1,12})\.(\d{3}):(\d{1,12})\): ?(.*)$/s;
/** What it does not end with, for want of whoever wrote it: the kernel wrote it all. */
const unitOfAudit = 'auditd.service';

/** Reads an event that a server sent; null for all that is no audit. */
export function readRecord(text: string): AuditRecord | null {
  const read = text.includes('msg=audit(') ? sent.safeParse(parse(text)) : null;
  // Whoever has an account may write a line that looks like one: it then bears another unit.
  if (read?.success !== true || read.data.unit !== unitOfAudit) return null;
  const [, type, seconds = '', milliseconds = '', serial = '', rest = ''] =
    line.exec(read.data.message) ?? [];
  if (type === undefined) return null;
  return {
    event: `${seconds}.${milliseconds}:${serial}`,
    at: new Date(Number(seconds) * 1000 + Number(milliseconds)),
    type,
    fields: fieldsOf(rest),
  };
}

/** `name=value`, `name="value"`; the kernel writes what is not plain as hexadecimal digits without quotes. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([\w[\]-]{1,40})=("[^"]*"|\S*)/g))
    if (!fields.has(name)) fields.set(name, value);
  return fields;
}

/** What a field of somebody's making says: quoted, or hexadecimal. */
export function textOf(value: string): string {
  if (value.startsWith('"')) return value.slice(1, value.endsWith('"') ? -1 : undefined);
  if (/^(?:[0-9A-F]{2})+$/.test(value)) return Buffer.from(value, 'hex').toString('utf8');
  return value === '(null)' ? '' : value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
