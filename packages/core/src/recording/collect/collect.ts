import { firstLeaseAt } from '../../leases/index.ts';
import { addSeconds, soonest } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { CloudScope } from '../../platform/cloud-scope.ts';
import { scopeOfEnvironment } from '../../platform/cloud-scope.ts';
import type { House, Tx } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { RecordingCloud, SeenSession } from '../cloud.ts';
import { keepSessions } from './keep.ts';
import {
  endForgotten,
  forgetLooksExcept,
  openSessionIds,
  readLook,
  writeFailing,
  writeLooked,
} from './store.ts';
import { listInWindows, type Window } from './windows.ts';

/** How long AWS keeps ended sessions. Source: Systems Manager API reference, DescribeSessions. */
const keptSeconds = 30 * 24 * 3600;
const daySeconds = 24 * 3600;
/** What was begun before the last look may have been listed only after it. */
const overlapSeconds = 2 * 3600;
/** Pages of 200 after which a look into the past is left for the next one to go on with. */
const pagesOfLook = 200;
/** Ends that are asked for one by one in one look. */
const mostEnded = 1000;

/**
 * Asks every account which sessions there are and were, and keeps those on servers of leases: AWS
 * forgets them after thirty days. Errors: the first, when all were asked.
 */
export async function collectSessions(house: House, cloud: RecordingCloud): Promise<void> {
  const environments = Object.values(house.config().environments).filter(
    ({ account }) => account !== '',
  );
  const names = environments.map(({ name }) => name);
  await transactAsSystem(house, (tx) => forgetLooksExcept(tx, names));
  const failures: unknown[] = [];
  for (const environment of environments) {
    const scope = scopeOfEnvironment(environment);
    try {
      await collectIn(house, cloud, scope);
    } catch (error) {
      // Whatever it is, the other environments are asked, and people told.
      failures.push(error);
      const detail = detailOf(error);
      await transactAsSystem(house, (tx) => writeFailing(tx, scope.environment, detail));
    }
  }
  await transactAsSystem(house, (tx) =>
    endForgotten(tx, addSeconds(tx.now, -keptSeconds - overlapSeconds)),
  );
  if (failures.length > 0) throw failures[0];
}

function detailOf(error: unknown): string {
  if (!(error instanceof CloudError)) return 'Internal: what AWS listed could not be kept';
  return `${error.vendorCode}: ${error.detail}`.slice(0, 500);
}

async function collectIn(house: House, cloud: RecordingCloud, scope: CloudScope): Promise<void> {
  const { environment } = scope;
  const transact = <T>(work: (tx: Tx) => Promise<T>) => transactAsSystem(house, work);
  const { now, ...known } = await transact(async (tx) => {
    const look = await readLook(tx, environment);
    return { now: tx.now, ...look, firstLease: await firstLeaseAt(tx) };
  });
  const listed = new Set<string>();
  const foreign = new Set<string>();
  const keep = async (sessions: readonly SeenSession[]) => {
    for (const { sessionId } of sessions) listed.add(sessionId);
    const ours = sessions.filter(({ instanceId }) => !foreign.has(instanceId));
    if (ours.length === 0) return;
    const strangers = await transact((tx) => keepSessions(tx, scope, ours));
    for (const server of strangers) foreign.add(server);
  };
  const listing = (state: 'open' | 'ended') => ({
    ...{ now, keep },
    list: (window: Window, token: string | null) =>
      cloud.listSessions(scope, { ...window, state, token }),
  });
  // Open ones first: one that ends meanwhile is in both, and its end counts.
  const from = sinceWhen(now, known, known.oldestOpen);
  await listInWindows({ ...listing('open'), from, span: keptSeconds });
  const isThrough = await listInWindows({
    ...listing('ended'),
    ...{ from: sinceWhen(now, known), span: daySeconds },
    async reached(until, pages) {
      const isFar = pages >= pagesOfLook && until < addSeconds(now, -overlapSeconds);
      const behind = isFar ? until : null;
      // The next look begins where this one stops.
      const looked = soonest(now, addSeconds(until, overlapSeconds));
      await transact((tx) => writeLooked(tx, environment, { looked, behind }));
      return behind === null;
    },
  });
  if (isThrough)
    await transact((tx) => writeLooked(tx, environment, { looked: now, behind: null }));
  await endUnlisted(house, cloud, { scope, listed });
}

interface Known {
  readonly lookedAt: Date | null;
  readonly firstLease: Date | null;
}

/**
 * From when sessions are asked for: since the last look, or the beginning of one that was open then. At
 * first since there are leases at all: what was before was on no server of theirs.
 */
function sinceWhen(
  now: Date,
  { lookedAt, firstLease }: Known,
  oldestOpen: Date | null = null,
): Date {
  const earliest = addSeconds(now, -keptSeconds);
  const wanted = soonest(
    addSeconds(lookedAt ?? firstLease ?? now, -overlapSeconds),
    oldestOpen && addSeconds(oldestOpen, -1),
  );
  return wanted < earliest ? earliest : wanted;
}

interface Listed {
  readonly scope: CloudScope;
  /** Ids that were listed now: those that are known as open are so still. */
  readonly listed: ReadonlySet<string>;
}

/** Asks by their names for the ends of sessions that were open and are no more, however long ago they began. */
async function endUnlisted(
  house: House,
  cloud: RecordingCloud,
  { scope, listed }: Listed,
): Promise<void> {
  const open = await transactAsSystem(house, (tx) => openSessionIds(tx, scope.environment));
  const gone = [...open].filter((id) => !listed.has(id)).slice(0, mostEnded);
  for (const id of gone) {
    const ended = await cloud.endedSession(scope, id);
    if (ended !== null) await transactAsSystem(house, (tx) => keepSessions(tx, scope, [ended]));
  }
}
