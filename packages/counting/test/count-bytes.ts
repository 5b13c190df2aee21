import {
  type Counted,
  createScanner,
  defaultSli,
  formats,
  type LogFormat,
  type Sli,
} from '../src/index.ts';

/** The format of a name. Errors: throws when there is none. */
export function formatNamed(name: string): LogFormat {
  const format = formats[name];
  if (format === undefined) throw new Error(`no format ${name}`);
  return format;
}

/** Counts bytes that come in pieces of the given lengths, the rest in one. */
export function countBytes(
  bytes: Buffer,
  { sli = defaultSli, cuts = [], format = 'alb', longest = 1 << 20 }: Setting = {},
): Counted {
  const scanner = createScanner({ format: formatNamed(format), sli, longest });
  // As a file is read: one buffer, overwritten by each piece.
  const shared = Buffer.alloc(bytes.length + 1);
  let at = 0;
  for (const length of [...cuts, bytes.length]) {
    const copied = bytes.copy(shared, 0, at, at + length);
    scanner.push(shared.subarray(0, copied));
    shared.fill(10);
    at += copied;
  }
  return scanner.end();
}

interface Setting {
  readonly sli?: Sli;
  readonly cuts?: readonly number[];
  readonly format?: string;
  readonly longest?: number;
}

export function unparsedOf({ unparsed }: Counted): number {
  return unparsed.reduce((sum, { count }) => sum + count, 0);
}
