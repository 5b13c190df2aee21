import type { MeasuredMinute, Span } from '@sekisho/core/sources';
import type { RawSeries } from './answers.ts';

/** A run of minutes that is read at once. Durations in milliseconds. */
export interface Page {
  readonly span: Span;
  readonly scrape: number;
  readonly maxGap: number;
  readonly targetLabels: readonly string[];
  /**
   * Samples of the span and of `maxGap` before and after it, so that what the page says of a minute
   * does not depend on where pages were cut.
   */
  samples(selector: string): Promise<readonly RawSeries[]>;
  /** The values of a label, over the same time. */
  labelValues(label: string, selector: string): Promise<readonly string[]>;
}

/** Reads the minutes of a page as one kind of SLI wants it. */
export type PageReader = (page: Page) => Promise<readonly MeasuredMinute[]>;
