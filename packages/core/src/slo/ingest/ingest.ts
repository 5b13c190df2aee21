import type { SourceConfig } from '@sekisho/config';
import type { House } from '../../platform/context.ts';
import type { Loop } from '../../platform/loops.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { comesByItself } from '../minutes/index.ts';
import { SourceError } from '../ports.ts';
import type { SourceAdapters } from './adapters.ts';
import { passOverFiles } from './files/pass.ts';
import { passOverObjects } from './objects/pass.ts';
import { pollSource } from './polled/pass.ts';
import { noteFailure, noteSuccess, sourceRow } from './sources/store.ts';

const everySeconds = 60;
/** Longer than a pass takes that keeps to its limits, with its slowest last object. */
const claimSeconds = 300;

/** One loop for each source that is read: whichever replica comes first reads it, and one at a time. */
export function ingestLoops(house: House, adapters: SourceAdapters): Loop[] {
  return Object.values(house.config().sources)
    .filter((source) => !comesByItself(source))
    .map((source) => ({
      ...{ name: `ingest:${source.name}`, everySeconds, claimSeconds },
      run: () => ingest(house, adapters, source),
    }));
}

/**
 * Reads what a source has, unless it failed and is to be left alone for a while. Its failure is kept
 * for `sourcesHealth`, and thrown on to be logged.
 * Errors: `SourceError`.
 */
export async function ingest(
  house: House,
  adapters: SourceAdapters,
  source: SourceConfig,
): Promise<void> {
  const row = await transactAsSystem(house, (tx) => sourceRow(tx, source.name));
  if (row.next_attempt_at !== null && row.next_attempt_at > house.clock.now()) return;
  try {
    await pass(house, adapters, source);
    await transactAsSystem(house, (tx) => noteSuccess(tx, source.name));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { code, message, retryAfterSeconds } = error;
    const failure = { code, message, leastSeconds: retryAfterSeconds ?? 0 };
    await transactAsSystem(house, (tx) => noteFailure(tx, source.name, failure));
    throw error;
  }
}

async function pass(house: House, adapters: SourceAdapters, source: SourceConfig): Promise<void> {
  if (source.kind === 's3-logs') await passOverObjects(house, adapters, source);
  else if (source.kind === 'log-files') await passOverFiles(house, adapters, source);
  else await pollSource(house, adapters, source);
}
