import { hasSteppedUp, roleOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { type Context, type House, type Tx, transact } from '../platform/context.ts';
import { lockSubject } from '../platform/lock-subject.ts';
import { refuseUnlessPerson } from '../platform/person-at-door.ts';
import { createRefusalLimit } from '../platform/refusal-limit.ts';
import { settingIn, writeSetting } from '../platform/settings.ts';

/** How somebody wants a backup. */
interface BackupAsked {
  /** age public keys; none for a backup in clear. */
  readonly recipients: readonly string[];
  /** It was said aloud that it stays in clear. */
  readonly unencrypted: boolean;
  /** In practice nothing has to be said. */
  readonly practice: boolean;
}

const action = 'backup.taken';
const key = 'backups';
/** Each reads the whole database. */
const most = { count: 6, seconds: 60 };

/**
 * Makes what judges, and records, that somebody takes everything there is out of the house: an admin
 * themselves, who signed in within minutes; no agent, no job, no bare token.
 * Errors of the call: `role-too-weak`, `approver-must-be-person`, `login-too-old`,
 * `backup-unencrypted`, `rate-limited`.
 */
export function createBackupJudge(house: House) {
  const refusals = createRefusalLimit({ clock: house.clock });
  return async (context: Context, asked: BackupAsked): Promise<void> => {
    try {
      await transact(house, context.principal, (tx) => begin(tx, context, asked));
    } catch (error) {
      const refused = error instanceof AppError && error.class === 'refused';
      if (refused && refusals.admit(context.principal.id, action)) {
        await transact(house, context.principal, async (tx) => {
          tx.record({ action, outcome: 'refused', data: { code: error.code } });
        });
      }
      throw error;
    }
  };
}

/**
 * Records that a backup left the house whole: one that broke off on the way is nobody's.
 * @param sha256 of its bytes, in hex: the file that somebody keeps is told by it
 */
export async function noteBackupSent(
  house: House,
  { principal }: Context,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
): Promise<void> {
  await transact(house, principal, async (tx) => {
    tx.record({ action: 'backup.sent', data: { bytes, sha256 } });
  });
}

async function begin(tx: Tx, context: Context, asked: BackupAsked): Promise<void> {
  if (roleOf(tx.config, context) !== 'admin')
    throw new AppError('role-too-weak', { who: context.principal.id, needed: 'admin' });
  refuseUnlessPerson(context);
  if (!hasSteppedUp(context.principal, 'login', tx.now)) throw new AppError('login-too-old', {});
  const encrypted = asked.recipients.length > 0;
  if (!encrypted && !asked.unencrypted && !asked.practice)
    throw new AppError('backup-unencrypted', {});
  await lockSubject(tx, key);
  await countOne(tx);
  tx.record({ action, data: { encrypted, recipients: asked.recipients.length } });
}

async function countOne(tx: Tx): Promise<void> {
  const now = tx.now.getTime();
  const before = (await settingIn<number[]>(tx, key)) ?? [];
  const lately = before.filter((at) => now - at < most.seconds * 1000);
  const [oldest] = lately;
  if (oldest !== undefined && lately.length >= most.count) {
    const retryAfterSeconds = Math.ceil(most.seconds - (now - oldest) / 1000);
    throw new AppError('rate-limited', { retryAfterSeconds });
  }
  await writeSetting(tx, key, [...lately, now]);
}
