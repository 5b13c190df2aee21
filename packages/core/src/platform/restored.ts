import { AppError } from './app-error.ts';
import type { Tx } from './context.ts';
import { settingIn, writeSetting } from './settings.ts';

/** This database was brought back from a backup, and no admin has looked at what the world became since. */
export interface Restored {
  /** ISO 8601, as the other moments. */
  readonly restoredAt: string;
  /** When the backup was taken: whatever happened later is not known here. */
  readonly takenAt: string;
  /** Number of the newest entry of the timeline that the backup holds. */
  readonly newestEntry: number;
  /** Whether the timeline tells of it already. */
  readonly noted: boolean;
}

/** Name of the setting that is the mark: written by a restore, taken away when an admin has settled it. */
export const restoredKey = 'restored';

/** The mark, or null when nothing has to be settled. */
export async function readRestored(tx: Tx): Promise<Restored | null> {
  return settingIn<Restored>(tx, restoredKey);
}

/** The mark as people are shown it. */
export function restoredView(mark: Restored | null) {
  if (mark === null) return null;
  const { restoredAt, takenAt, newestEntry } = mark;
  return { restoredAt, takenAt, newestEntry };
}

/** Whether something of that moment (ISO 8601) came with the backup, and was not said since. */
export function cameWith({ restoredAt }: Restored, moment: string): boolean {
  return moment <= restoredAt;
}

export async function writeRestored(tx: Tx, mark: Restored | null): Promise<void> {
  await writeSetting(tx, restoredKey, mark);
}

/** Errors: `restored-unsettled` until an admin has looked at what a restore brought back. */
export async function refuseUntilSettled(tx: Tx): Promise<void> {
  const mark = await readRestored(tx);
  if (mark !== null) throw new AppError('restored-unsettled', { takenAt: mark.takenAt });
}
