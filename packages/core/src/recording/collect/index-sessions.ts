import type { RecordingPlace } from '@sekisho/config';
import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { RecordingCloud } from '../cloud.ts';
import { scopeOfSession } from '../scope.ts';
import type { SessionRow } from '../store.ts';
import { type AuditSeen, readAudit } from './read-audit.ts';
import { readShown } from './read-shown.ts';
import { dueSessions, type Indexed, putOff, saveIndex } from './store.ts';

/** Sessions of one pass. */
const atOnce = 20;
/** A recording that has not come by then does not come: Session Manager sends it when a session ends. */
const lateSeconds = 24 * 3600;
/** Whoever may not read yet may be let meanwhile: AWS forgets the session by then. */
const hopelessSeconds = 30 * 24 * 3600;
const longestPauseSeconds = 3600;

/** Looks for the recordings that are due, and writes what was run into the index. Errors: the first, when all were looked for. */
export async function indexSessions(house: House, cloud: RecordingCloud): Promise<void> {
  const due = await transactAsSystem(house, (tx) => dueSessions(tx, atOnce));
  const failures: unknown[] = [];
  for (const row of due) {
    try {
      failures.push(...(await indexSession(house, cloud, row)));
    } catch (error) {
      // Whatever it is, the sessions behind this one have their turn.
      failures.push(error);
      await transactAsSystem(house, (tx) => putOff(tx, row, nextLook(row, tx.now)));
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Answers with what failed although something was learned. */
async function indexSession(
  house: House,
  cloud: RecordingCloud,
  row: SessionRow,
): Promise<readonly CloudError[]> {
  const { config, clock } = house;
  const scope = scopeOfSession(config(), row);
  const place = config().recording?.places[row.environment] ?? null;
  if (scope === null || place === null) {
    await settle(house, row);
    return [];
  }
  const { hostLogGroup: group } = place;
  // Rights may be missing to one of both: what the other tells is kept all the same.
  const { audit, failed } = await hear(row, () => readAudit(cloud, scope, group, row, clock.now()));
  const shown =
    row.recording === 'none' || isNowhere(place)
      ? null
      : await readShown({ cloud, scope, place, session: row.id });
  const fromAudit = audit.commands.length > 0;
  const commands = fromAudit ? audit.commands : (shown?.commands ?? []);
  const source = fromAudit ? audit : shown;
  const said = row.forwarded_to.filter(({ by }) => by === 'reason');
  await transactAsSystem(house, (tx) => {
    const isLate = tx.now >= addSeconds(row.ended_at ?? tx.now, lateSeconds);
    const unfound = isNowhere(place) ? 'off' : isLate ? 'missing' : 'waiting';
    const recording = row.recording === 'none' ? 'none' : (shown?.recording ?? unfound);
    const indexed: Indexed = {
      recording,
      commandsFrom: commands.length === 0 ? 'none' : fromAudit ? 'audit' : 'terminal',
      isWhole: source?.isWhole ?? true,
      // The audit is of the server: what a shell's session connects to is no forwarded port.
      forwardedTo: row.recording === 'none' ? [...said, ...audit.forwardedTo] : said,
      commands,
    };
    // The server's records may be some seconds behind what Session Manager sends.
    const isSettled = recording !== 'waiting' && (row.looks > 0 || isLate) && failed.length === 0;
    return saveIndex(tx, row, indexed, isSettled ? null : nextLook(row, tx.now));
  });
  return failed;
}

/** What the server's journal tells, or that it could not be read. Errors: `CloudError` where it told something before. */
async function hear(row: SessionRow, read: () => Promise<AuditSeen>) {
  try {
    return { audit: await read(), failed: [] };
  } catch (error) {
    if (!(error instanceof CloudError) || row.commands_from === 'audit') throw error;
    const nothing: AuditSeen = { commands: [], forwardedTo: [], isWhole: true };
    return { audit: nothing, failed: [error] };
  }
}

function isNowhere({ s3, logGroup }: RecordingPlace): boolean {
  return s3 === null && logGroup === null;
}

/** Nothing will be learned of a session whose environment is configured no more. */
async function settle(house: House, row: SessionRow): Promise<void> {
  await transactAsSystem(house, async (tx) => {
    const isHopeless = tx.now >= addSeconds(row.ended_at ?? tx.now, hopelessSeconds);
    await putOff(tx, row, isHopeless ? null : addSeconds(tx.now, longestPauseSeconds));
  });
}

function nextLook({ looks, ended_at }: SessionRow, now: Date): Date | null {
  if (now >= addSeconds(ended_at ?? now, hopelessSeconds)) return null;
  return addSeconds(now, Math.min(longestPauseSeconds, 60 * 2 ** Math.min(looks, 10)));
}
