import type { LogFormat } from '../formats/log-format.ts';
import { createLineSplitter } from '../lines/line-splitter.ts';
import { createLogEvent } from '../lines/log-event.ts';
import { compileSli } from '../sli/compile.ts';
import type { Sli } from '../sli/declaration.ts';
import { createMinuteTally, type MinuteCounts, sumMinutes } from './minute-tally.ts';
import { createUnparsedLedger, type Unparsed } from './unparsed.ts';

const longestLine = 16 * 1024 * 1024;

/** What a stream of log lines held. */
export interface Counted {
  /** Lines that are not blank (and no directives), the unparsed among them. */
  readonly lines: number;
  readonly unparsed: readonly Unparsed[];
  readonly minutes: readonly MinuteCounts[];
  /** The same minutes by route; empty when the SLI names no routes. */
  readonly groups: readonly { readonly name: string; readonly minutes: readonly MinuteCounts[] }[];
}

export interface ScannerOptions {
  readonly format: LogFormat;
  readonly sli: Sli;
  /** Samples kept for each reason; 3 unless said. */
  readonly samples?: number;
  /** Bytes from which on a line is too long to be one; 16 MiB unless said. */
  readonly longest?: number;
}

/** Counts the lines of one stream of bytes: a file, a part of it that begins at a line, or standard input. */
export interface Scanner {
  /** Takes the next bytes, cut anywhere; they may be overwritten once this has returned. */
  push(chunk: Buffer): void;
  /** The end of the stream: a last line without a newline counts. To be called once. */
  end(): Counted;
}

/** Makes a scanner. Its memory does not grow with the input, but with the number of minutes in it. */
export function createScanner({
  format,
  sli,
  samples = 3,
  longest = longestLine,
}: ScannerOptions): Scanner {
  const { needs, judge, groups, groupOf } = compileSli(sli);
  const read = format.createReader(needs);
  const event = createLogEvent();
  const tallies = [createMinuteTally(), ...groups.slice(1).map(createMinuteTally)];
  const unparsed = createUnparsedLedger(samples);
  let seen = 0;
  let lines = 0;

  function visit(bytes: Buffer, begin: number, end: number): void {
    seen += 1;
    const from = seen === 1 && hasMark(bytes, begin, end) ? begin + 3 : begin;
    const to = bytes[end - 1] === 13 && end > from ? end - 1 : end;
    if (from === to || ((bytes[from] ?? 0) <= 32 && isBlank(bytes, from, to))) return;
    const outcome = end - begin >= longest ? 'too-long' : read(bytes, from, to, event);
    if (outcome === 'directive') return;
    lines += 1;
    if (outcome !== 'event') return unparsed.add(outcome, seen, bytes, from, to);
    const verdict = judge(event);
    if (verdict !== 'outside') tallies[groups.length && groupOf(event)]?.add(event.minute, verdict);
  }

  const splitter = createLineSplitter(longest, visit);
  return {
    push: splitter.push,
    end() {
      splitter.end();
      const minutes = tallies.map((tally) => tally.minutes());
      return {
        lines,
        unparsed: unparsed.list(),
        minutes: sumMinutes(minutes),
        groups: groups.map((name, index) => ({ name, minutes: minutes[index] ?? [] })),
      };
    },
  };
}

/** Whether a byte order mark (UTF-8) stands there: some editors put one before the first line. */
function hasMark(bytes: Buffer, from: number, to: number): boolean {
  return (
    from + 3 <= to && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf
  );
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte !== 32 && byte !== 9 && byte !== 13) return false;
  }
  return true;
}
