import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type Checkpoint, checkpoint, type ExportedEntry, exportedEntry } from '@sekisho/contract';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

/** Checkpoints that one call may carry, as the contract says. */
const most = 1000;

/**
 * Reads checkpoints kept outside: JSON of one or of a list, or JSON Lines.
 * Errors: `Failure` when the file cannot be read, holds anything else, or holds none at all.
 */
export async function readCheckpoints(host: Host, file: string): Promise<readonly Checkpoint[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(host, file, error);
  });
  const found = valuesOf(text).map(({ value, line }) => {
    const parsed = checkpoint.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new Failure('bad-input', say(host, 'not-checkpoints', { file, line }));
  });
  const count = found.length;
  if (count === 0) throw new Failure('bad-input', say(host, 'no-checkpoints', { file }));
  if (count > most) {
    throw new Failure('bad-input', say(host, 'too-many-checkpoints', { file, count, most }));
  }
  return found;
}

/**
 * Reads an export line by line, however long it is.
 * Errors: `Failure` when the file cannot be read, or (exit code 4) a line is no exported entry.
 */
export async function* readExport(host: Host, file: string): AsyncGenerator<ExportedEntry> {
  const input = createReadStream(file, 'utf8');
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === '') continue;
      const parsed = exportedEntry.safeParse(parse(text));
      if (!parsed.success)
        throw new Failure('conflict', say(host, 'not-an-export', { file, line }));
      yield parsed.data;
    }
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(host, file, error);
  } finally {
    input.destroy();
  }
}

function valuesOf(text: string): readonly { readonly value: unknown; readonly line: number }[] {
  const whole = parse(text);
  if (Array.isArray(whole)) return whole.map((value: unknown, at) => ({ value, line: at + 1 }));
  if (whole !== undefined) return [{ value: whole, line: 1 }];
  return text
    .split('\n')
    .map((line, at) => ({ text: line.trim(), line: at + 1 }))
    .filter((one) => one.text !== '')
    .map((one) => ({ value: parse(one.text), line: one.line }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the caller says what was expected, and where
  }
}

export function unreadable(host: Host, file: string, error: unknown): Failure {
  const detail = String((error as NodeJS.ErrnoException).code ?? error);
  return new Failure('bad-input', say(host, 'file-unreadable', { file, detail }));
}
