import type { Sli } from '@sekisho/counting';
import { createScanner, decodePieces, defaultSli, type Scanner } from '@sekisho/counting';
import { MinuteHistory, msPerMinute, type Span } from '@sekisho/objectives/minutes';
import { type LogSourceConfig, scannerOptions } from '../ingest/counted-series.ts';
import { type LogFiles, SourceError, type TailedFile } from '../ports.ts';
import { newestFirst } from './newest-first.ts';

/** Bytes of text that one preview reads at most. */
const mostBytes = 192 * 1024 * 1024;

/**
 * Counts the log files of a source under a definition that is not in force, the newest first, as far
 * as a bounded number of bytes goes. What it gives are sums by the minute: nothing of what a line says.
 * @param span minutes that are wanted
 * Errors: `SourceError`.
 */
export async function recountFiles(
  files: LogFiles,
  source: LogSourceConfig & { readonly paths: readonly string[] },
  sli: Sli,
  span: Span,
  most = mostBytes,
): Promise<MinuteHistory> {
  const history = new MinuteHistory();
  const covered = new Set<number>();
  let left = most;
  for (const file of newestFirst(await files.list(source.paths))) {
    if (left <= 0) break;
    // The first one counts every line: its minutes say from when to when there were any.
    const [all, one] = [defaultSli, sli].map((each) => createScanner(scannerOptions(source, each)));
    if (all === undefined || one === undefined) break;
    left -= await readFile(files, file, [all, one], left).catch(nothingWhenGone);
    addCounted(history, covered, { all, one }, span);
  }
  return history;
}

async function readFile(
  files: LogFiles,
  file: TailedFile,
  scanners: readonly Scanner[],
  most: number,
): Promise<number> {
  let bytes = 0;
  const push = (text: Buffer) => {
    // What a piece says beyond it is left out; throwing here would reach nobody.
    if (bytes >= most) return;
    for (const scanner of scanners) scanner.push(text);
    bytes += text.length;
  };
  const open = async function* () {
    for await (const { buffer, byteOffset, byteLength } of files.read(file, 0)) {
      if (bytes >= most) return;
      yield Buffer.from(buffer, byteOffset, byteLength);
    }
  };
  await decodePieces({ open }, push);
  return bytes;
}

/** The minutes from a file's first line to its last are measured; one that two files share is so once. */
function addCounted(
  history: MinuteHistory,
  covered: Set<number>,
  { all, one }: { readonly all: Scanner; readonly one: Scanner },
  span: Span,
): void {
  const lines = all.end().minutes;
  const from = Math.max(lines[0]?.minute ?? span.to, span.from);
  const to = Math.min((lines.at(-1)?.minute ?? span.from) + 1, span.to);
  for (let minute = from; minute < to; minute += 1) {
    if (covered.has(minute)) continue;
    covered.add(minute);
    history.add(minute, { measured: msPerMinute });
  }
  for (const { minute, good, bad, excluded } of one.end().minutes)
    if (minute >= span.from && minute < span.to) history.add(minute, { good, bad, excluded });
}

function nothingWhenGone(error: unknown): number {
  if (error instanceof SourceError && error.code === 'gone') return 0;
  throw error;
}
