import { secondsOf } from '../spans.ts';
import type { DirectoryDocument } from './schema.ts';

/** What the roster takes over from Identity Center. */
export interface DirectoryConfig {
  /** Whether people whom the file does not name become members. */
  readonly adds: boolean;
  /** Whether those may approve and break the glass. */
  readonly addedMayApprove: boolean;
  /** Group of the roster by group of Identity Center. */
  readonly groups: ReadonlyMap<string, string>;
  /** Whether somebody who is deactivated there may only look here. */
  readonly refusesDeactivated: boolean;
  readonly everySeconds: number;
  readonly staleSeconds: number;
  /** Only in the roster in force: it was not read, or too long ago to say whom it adds. */
  readonly isUnread?: boolean;
}

/** Null where the file has no `directory`. */
export function directoryOf(document: DirectoryDocument | undefined): DirectoryConfig | null {
  if (document === undefined) return null;
  return {
    adds: document.people === 'add',
    addedMayApprove: document.addedMayApprove,
    groups: new Map(Object.entries(document.groups)),
    refusesDeactivated: document.deactivated === 'refuse',
    everySeconds: secondsOf(document.every),
    staleSeconds: secondsOf(document.staleAfter),
  };
}
