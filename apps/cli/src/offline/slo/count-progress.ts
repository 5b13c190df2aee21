import type { LogFile } from '@sekisho/counting';
import { formatSpan } from '@sekisho/words/time';
import { truncate } from '@sekisho/words/width';
import type { Host } from '../../host.ts';

const clearLine = '\r\u001b[2K';
const everyMilliseconds = 200;
const cells = 20;

/** Tells on standard error how far a count is; silent where nobody looks. */
export interface CountProgress {
  /** So many more bytes were read. */
  readonly heard: (bytes: number) => void;
  readonly end: () => Promise<void>;
}

export function countProgress(
  host: Host,
  files: readonly LogFile[],
  options: { readonly plain?: boolean },
): CountProgress {
  if (!host.stderr.isTerminal || options.plain === true) {
    return { heard: () => {}, end: async () => {} };
  }
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const began = host.now();
  let done = 0;
  let drawn = began;
  return {
    heard: (bytes) => {
      done += bytes;
      if (host.now() - drawn < everyMilliseconds) return;
      drawn = host.now();
      const line = progressLine(done, all, (drawn - began) / 1000, host.language);
      void host.stderr.write(`${clearLine}${truncate(line, host.stderr.columns - 1)}`);
    },
    end: () => host.stderr.write(clearLine),
  };
}

/**
 * How much of how much, how fast, and how long still.
 * @param all bytes of all files; 0 when nobody knows
 */
export function progressLine(
  done: number,
  all: number,
  seconds: number,
  language: Host['language'],
): string {
  const rate = done / Math.max(seconds, 0.001);
  const speed = `${megabytes(done)} MB · ${megabytes(rate)} MB/s`;
  if (all === 0) return speed;
  const share = Math.min(1, done / all);
  const full = Math.floor(share * cells);
  const bar = `${'█'.repeat(full)}${'░'.repeat(cells - full)}`;
  const left = formatSpan(Math.ceil((all - Math.min(done, all)) / Math.max(rate, 1)), language);
  const rest = { en: `${left} left`, ja: `残り ${left}` }[language];
  return `${bar} ${Math.floor(share * 100)}% · ${speed} · ${rest}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
