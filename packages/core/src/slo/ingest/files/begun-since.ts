import { createScanner, defaultSli } from '@sekisho/counting';
import { minuteOf } from '@sekisho/objectives/minutes';
import { type LogSourceConfig, scannerOptions } from '../counted-series.ts';
import type { FileRow } from './store.ts';

/** Whether the first event that some text tells of came in a later minute than the last look. */
export type BegunSince = (beginning: Buffer) => boolean;

/**
 * Tells logs that were begun after the last look at a source, by the times in their lines: one that
 * was begun and rotated since has never had the name that is followed, and is to be counted all the
 * same. Nothing is, before the first look.
 * @param rows what is known of the source's files
 */
export function begunSince(config: LogSourceConfig, rows: readonly FileRow[]): BegunSince {
  const last = rows.reduce((latest, { seen_at }) => Math.max(latest, seen_at.getTime()), -1);
  if (last < 0) return () => false;
  return (beginning) => {
    const scanner = createScanner(scannerOptions(config, defaultSli));
    scanner.push(beginning);
    const [first] = scanner.end().minutes;
    return first !== undefined && first.minute > minuteOf(last);
  };
}
