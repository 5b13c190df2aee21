import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { CloudScope } from '../../platform/cloud-scope.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { RecordingCloud, SeenSession } from '../cloud.ts';
import { scopeOfEnvironment } from '../scope.ts';
import { keepSessions } from './keep.ts';
import { forgetLooksExcept, readLook, writeFailing, writeLooked } from './store.ts';

/** How long AWS keeps ended sessions. Source: Systems Manager API reference, DescribeSessions. */
const keptSeconds = 30 * 24 * 3600;
/** What was begun before the last look may have been listed only after it. */
const overlapSeconds = 2 * 3600;
/** Pages of 200 of one listing; an account with more is told of as not answering. */
const mostPages = 50;

/**
 * Asks every account which sessions there are and were, and keeps those on servers of leases: AWS
 * forgets them after thirty days. Errors: the first of the cloud's, when all were asked.
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
      if (!(error instanceof CloudError)) throw error;
      failures.push(error);
      const detail = `${error.vendorCode}: ${error.detail}`.slice(0, 500);
      await transactAsSystem(house, (tx) => writeFailing(tx, scope.environment, detail));
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function collectIn(house: House, cloud: RecordingCloud, scope: CloudScope): Promise<void> {
  const { lookedAt, oldestOpen } = await transactAsSystem(house, (tx) =>
    readLook(tx, scope.environment),
  );
  const since = sinceWhen(house.clock.now(), lookedAt, oldestOpen);
  // Open ones first: one that ends meanwhile is in both, and its end counts.
  const open = await everySession(cloud, scope, 'open', since);
  const ended = await everySession(cloud, scope, 'ended', since);
  const seen = new Map([...open, ...ended].map((session) => [session.sessionId, session]));
  await transactAsSystem(house, async (tx) => {
    await keepSessions(tx, scope, [...seen.values()]);
    await writeLooked(tx, scope.environment);
  });
}

/** From when sessions are asked for: since the last look, or the beginning of one that was open then. */
function sinceWhen(now: Date, lookedAt: Date | null, oldestOpen: Date | null): Date {
  const earliest = addSeconds(now, -keptSeconds);
  if (lookedAt === null) return earliest;
  const last = addSeconds(lookedAt, -overlapSeconds);
  const wanted = oldestOpen !== null && oldestOpen < last ? addSeconds(oldestOpen, -1) : last;
  return wanted < earliest ? earliest : wanted;
}

async function everySession(
  cloud: RecordingCloud,
  scope: CloudScope,
  state: 'open' | 'ended',
  since: Date,
): Promise<readonly SeenSession[]> {
  const sessions: SeenSession[] = [];
  let token: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { sessions: more, next } = await cloud.listSessions(scope, { state, since, token });
    sessions.push(...more);
    if (next === null) return sessions;
    token = next;
  }
  throw new CloudError('limit', 'TooManySessions', `more than ${mostPages} pages are listed`);
}
