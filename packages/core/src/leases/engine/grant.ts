import { AppError } from '../../platform/app-error.ts';
import { addSeconds, soonest } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { refuseWhenHalted } from '../../platform/halt.ts';
import { frozenHash } from '../frozen-hash.ts';
import { move } from '../move.ts';
import { tell } from '../notify.ts';
import { boundsOfPart } from '../parts/bounds.ts';
import type { LeaseRow } from '../row.ts';
import type { Engine } from './engine.ts';

/** Whoever grants holds the target and looks at it again by itself. */
const claimed = true;

/** Commits the grant before the first cloud call; from here the hard maximum runs. */
export async function grant(engine: Engine, tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  const judged = await judgedAtGrant(engine, tx, lease);
  if (judged instanceof AppError) {
    const data = { ending: 'grant-refused', code: judged.code };
    const failed = await move(tx, lease, {
      to: 'failed',
      patch: { ending: 'grant-refused', step: 'done', detail: judged.code },
      entry: { action: 'lease.failed', data },
      claimed,
    });
    tell(tx, 'failed', [lease.requester], failed, { missing: null, ending: 'grant-refused' });
    return failed;
  }
  const { provisioningSeconds } = engine.kinds[lease.kind];
  // What a rule allowed when it was asked for, it may allow no more.
  const maximum_seconds = Math.min(lease.maximum_seconds, judged);
  const longest = addSeconds(tx.now, provisioningSeconds + maximum_seconds);
  const hardMaximum = soonest(longest, (await boundsOfPart(tx, lease)).hardMaximum);
  return move(tx, lease, {
    to: 'granting',
    patch: {
      ...{ granted_at: tx.now, hard_maximum: hardMaximum, maximum_seconds },
      step: 'arming-switch',
    },
    entry: { action: 'lease.granting', data: { frozen: lease.frozen_hash, hardMaximum } },
    claimed,
  });
}

/** The longest that it may be, seconds, or why it may not be at all. */
async function judgedAtGrant(engine: Engine, tx: Tx, lease: LeaseRow): Promise<number | AppError> {
  try {
    await refuseWhenHalted(tx);
    refuseChanged(lease);
    return await engine.kinds[lease.kind].judgeAtGrant(tx, lease);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** Nobody but the database's own writer can change what was frozen. Errors: `changed-meanwhile` when somebody did. */
function refuseChanged(lease: LeaseRow): void {
  const { id, frozen, environment, requester, duration_seconds: seconds } = lease;
  if (frozenHash({ frozen, environment, requester, seconds }) === lease.frozen_hash) return;
  throw new AppError('changed-meanwhile', { id });
}
