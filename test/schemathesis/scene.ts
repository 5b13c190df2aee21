import type { Practice } from '../e2e/support/practice.ts';

/** What every pass is given: a running practice, its document, and a folder for files. */
export interface Scene {
  readonly practice: Practice;
  readonly document: object;
  readonly folder: string;
}

/** One thing that is shown, and what is wrong with it. */
export interface Shown {
  readonly title: string;
  readonly wrong: readonly string[];
}
