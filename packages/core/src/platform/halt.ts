import { AppError } from './app-error.ts';
import type { Tx } from './context.ts';
import { shareSubject } from './lock-subject.ts';
import { refuseUntilSettled } from './restored.ts';
import { settingIn, writeSetting } from './settings.ts';

/** Stop everything: who said so and when. */
export interface Halt {
  readonly since: string;
  readonly by: string;
}

const key = 'halt';

/** What stopping everything and resuming lock. */
export const haltSubject = 'halt';

export async function readHalt(tx: Tx): Promise<Halt | null> {
  return settingIn<Halt>(tx, key);
}

export async function writeHalt(tx: Tx, halt: Halt | null): Promise<void> {
  await writeSetting(tx, key, halt);
}

/** Errors: `stopped-everything` while new grants are forbidden, `restored-unsettled` until a restore is settled. */
export async function refuseWhenHalted(tx: Tx): Promise<void> {
  const halt = await readHalt(tx);
  if (halt !== null) throw new AppError('stopped-everything', { since: halt.since, by: halt.by });
  await refuseUntilSettled(tx);
}

/**
 * The same for opening a lease, which stopping everything cannot see until it is committed:
 * the two wait for each other. Not for callers that hold a lease, which stopping waits for.
 */
export async function refuseOpeningWhenHalted(tx: Tx): Promise<void> {
  await shareSubject(tx, haltSubject);
  await refuseWhenHalted(tx);
}
