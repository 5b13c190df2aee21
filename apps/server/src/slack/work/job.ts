import type { PersonConfig } from '@sekisho/config';
import type { Context } from '@sekisho/core';
import type { Incoming } from '../come-in/incoming.ts';
import type { Reader } from '../reader.ts';

/** One piece of work: what came in, from whom. */
export interface Job {
  readonly incoming: Incoming;
  readonly person: PersonConfig;
  readonly reader: Reader;
  readonly context: Context;
}
