import { firstLeaseAt } from '../../leases/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { CloudScope } from '../../platform/cloud-scope.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { RecordingCloud, SeenSession } from '../cloud.ts';
import { scopeOfEnvironment } from '../scope.ts';
import { keepSessions } from './keep.ts';
import { endForgotten, forgetLooksExcept, readLook, writeFailing, writeLooked } from './store.ts';

/** How long AWS keeps ended sessions. Source: Systems Manager API reference, DescribeSessions. */
const keptSeconds = 30 * 24 * 3600;
/** What was begun before the last look may have been listed only after it. */
const overlapSeconds = 2 * 3600;
/** Pages of 200 of one listing; an account with more is told of as not answering. */
const mostPages = 50;

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
  const since = await transactAsSystem(house, async (tx) => {
    const look = await readLook(tx, scope.environment);
    return sinceWhen(tx.now, { ...look, firstLease: await firstLeaseAt(tx) });
  });
  // Open ones first: one that ends meanwhile is in both, and its end counts.
  for (const state of ['open', 'ended'] as const)
    await eachPage(cloud, scope, { state, since }, (sessions) =>
      transactAsSystem(house, (tx) => keepSessions(tx, scope, sessions)),
    );
  await transactAsSystem(house, (tx) => writeLooked(tx, scope.environment));
}

interface Known {
  readonly lookedAt: Date | null;
  /** When the oldest session that is still open began. */
  readonly oldestOpen: Date | null;
  readonly firstLease: Date | null;
}

/**
 * From when sessions are asked for: since the last look, or the beginning of one that was open then. At
 * first since there are leases at all: what was before was on no server of theirs.
 */
function sinceWhen(now: Date, { lookedAt, oldestOpen, firstLease }: Known): Date {
  const earliest = addSeconds(now, -keptSeconds);
  const last = addSeconds(lookedAt ?? firstLease ?? now, -overlapSeconds);
  const wanted = oldestOpen !== null && oldestOpen < last ? addSeconds(oldestOpen, -1) : last;
  return wanted < earliest ? earliest : wanted;
}

/** Keeps each page as it comes: what fails later loses none of them. */
async function eachPage(
  cloud: RecordingCloud,
  scope: CloudScope,
  asked: { readonly state: 'open' | 'ended'; readonly since: Date },
  keep: (sessions: readonly SeenSession[]) => Promise<void>,
): Promise<void> {
  let token: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { sessions, next }: Awaited<ReturnType<RecordingCloud['listSessions']>> =
      await cloud.listSessions(scope, { ...asked, token });
    await keep(sessions);
    if (next === null) return;
    token = next;
  }
  throw new CloudError('limit', 'TooManySessions', `more than ${mostPages} pages are listed`);
}
