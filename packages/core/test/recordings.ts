import type { RecordingCloud } from '@sekisho/core/cloud';
import {
  actOnMachine,
  createInProcessRecordings,
  createRng,
  recordSessions,
} from '../../../test/support/simulated-aws.ts';
import type { TestWorld } from '../../../test/support/world.ts';
import { collectSessions } from '../src/recording/collect/collect.ts';
import { indexSessions } from '../src/recording/collect/index-sessions.ts';
import { activeLease } from './leases.ts';

const recorded = new WeakSet<object>();
const rng = createRng(11).next;
const nowMs = (world: TestWorld) => world.clock.now().getTime();

/** The recordings of a world's simulated AWS. */
export function recordingsOf(world: TestWorld): RecordingCloud {
  return createInProcessRecordings({ world: world.cloud.world, now: () => nowMs(world), rng });
}

interface Wish {
  /** Who holds the lease. */
  readonly holder?: string;
  /** ARN of who opens the session; the holder without it. */
  readonly owner?: string;
  readonly document?: string;
  readonly reason?: string;
}

/** Opens a session on a new lease's server; nobody has collected it yet. */
export async function openedSession(
  world: TestWorld,
  { holder = 'engineer', owner, document, reason }: Wish = {},
): Promise<{ readonly id: string; readonly lease: string; readonly instanceId: string }> {
  const simulated = world.cloud.world;
  if (!recorded.has(simulated)) recordSessions(simulated);
  recorded.add(simulated);
  const lease = await activeLease(world, holder);
  const instanceId = lease.instanceId ?? '';
  const act = {
    ...({ act: 'open-session', instanceId } as const),
    owner: owner ?? `arn:aws:sts::${lease.account}:assumed-role/engineer/${holder}`,
    ...(document === undefined ? {} : { document }),
  };
  const id = actOnMachine(simulated, act, nowMs(world), rng);
  const session = simulated.sessions.get(id);
  if (session !== undefined && reason !== undefined)
    simulated.sessions.put(id, { ...session, reason });
  return { id, lease: lease.id, instanceId };
}

export function closeSession(world: TestWorld, sessionId: string): void {
  actOnMachine(world.cloud.world, { act: 'close-session', sessionId }, nowMs(world), rng);
}

/** What the loops do: collects sessions, and some minutes later looks for their recordings. */
export async function collected(world: TestWorld, cloud = recordingsOf(world)): Promise<void> {
  await collectSessions(world.core.house, cloud);
  for (let look = 0; look < 2; look += 1) {
    world.clock.turn(120);
    await indexSessions(world.core.house, cloud);
  }
}

/** A session of five minutes that ended and is in the index. */
export async function recordedSession(world: TestWorld, wish: Wish = {}) {
  const opened = await openedSession(world, wish);
  world.clock.turn(300);
  closeSession(world, opened.id);
  await collected(world);
  return opened;
}
