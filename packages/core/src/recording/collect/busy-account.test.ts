import type { RecordingCloud } from '@sekisho/core/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../../test/support/world.ts';
import { roomyConfig } from '../../../test/leases.ts';
import { closeSession, openedSession, recordingsOf } from '../../../test/recordings.ts';
import type { SeenSession } from '../cloud.ts';
import { collectSessions } from './collect.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig() });
});
afterAll(() => world.database.close());

const daySeconds = 24 * 3600;
const secondsAgo = (seconds: number) => new Date(world.clock.now().getTime() - seconds * 1000);

/** An account in which automation ends very many sessions on servers of its own, one after the other. */
function busy(
  sessions: number,
  everySeconds: number,
): RecordingCloud & { asked: Asked[]; told: Set<string> } {
  const inner = recordingsOf(world);
  const asked: Asked[] = [];
  const told = new Set<string>();
  const foreign = Array.from({ length: sessions }, (_, index) => {
    const startedAt = secondsAgo(index * everySeconds).toISOString();
    const owner = 'arn:aws:sts::222222222222:assumed-role/ci/ansible';
    const traits = { owner, endedAt: startedAt, document: null, reason: null };
    return {
      ...{ ...traits, startedAt },
      ...{ sessionId: `ansible-${index}`, instanceId: `i-foreign${index % 50}` },
    };
  });
  const begun = ({ since, until }: Asked) => {
    const [least, most] = [since.toISOString(), until?.toISOString() ?? '9'];
    return foreign.filter(({ startedAt }) => startedAt >= least && startedAt < most);
  };
  let fitting: readonly SeenSession[] = [];
  return {
    ...{ ...inner, asked, told },
    async listSessions(scope, wish) {
      if (scope.environment !== 'staging') return { sessions: [], next: null };
      asked.push(wish);
      if (wish.token === null) {
        const own = await inner.listSessions(scope, wish);
        fitting = [...(wish.state === 'ended' ? begun(wish) : []), ...own.sessions];
      }
      const first = Number(wish.token ?? 0);
      const next = first + 200 < fitting.length ? String(first + 200) : null;
      const sessions = fitting.slice(first, first + 200);
      for (const { sessionId } of sessions) told.add(sessionId);
      return { sessions, next };
    },
  };
}

type Asked = Pick<Parameters<RecordingCloud['listSessions']>[1], 'state' | 'since' | 'until'>;

async function endedSession(): Promise<string> {
  const { id } = await openedSession(world);
  world.clock.turn(300);
  closeSession(world, id);
  return id;
}

const listed = async () => {
  const { sessions, unanswered } = await world.as('auditor', 'ops.sessions', {});
  return { ids: sessions.map(({ id }) => id), unanswered };
};

describe('an account with very many sessions', () => {
  it('is listed whole, step by step, and until then it is said what may be missing', async () => {
    const early = await endedSession();
    world.clock.turn(20 * daySeconds);
    const late = await endedSession();
    const cloud = busy(50_000, 5);
    await collectSessions(world.core.house, cloud);
    const first = await listed();
    expect(first.ids).toEqual([early]);
    expect(first.unanswered).toMatchObject([
      { environment: 'staging', detail: 'ManySessions: they are listed step by step' },
    ]);
    const reached = new Date(first.unanswered[0]?.since ?? 0);
    expect(reached < secondsAgo(2 * 3600) && reached > secondsAgo(3 * daySeconds)).toBe(true);
    await collectSessions(world.core.house, cloud);
    expect(await listed()).toEqual({ ids: [late, early], unanswered: [] });
    expect(cloud.told.size).toBe(50_002);
    // Then only what came since is asked for.
    cloud.asked.length = 0;
    await collectSessions(world.core.house, cloud);
    expect(cloud.asked.length).toBeLessThan(12);
  });

  it('is not listed from the beginning of a session that is open: its end is asked for by its id', async () => {
    const { id } = await openedSession(world);
    await collectSessions(world.core.house, recordingsOf(world));
    world.clock.turn(2.5 * 3600);
    const cloud = busy(20_000, 40);
    await collectSessions(world.core.house, cloud);
    closeSession(world, id);
    cloud.asked.length = 0;
    await collectSessions(world.core.house, cloud);
    const { session } = await world.as('engineer', 'ops.sessions.show', { id });
    expect(session).toMatchObject({ recording: 'waiting' });
    expect(session.endedAt).not.toBeNull();
    const past = cloud.asked.filter(({ state }) => state === 'ended');
    expect(past.length).toBeGreaterThan(0);
    expect(past.every(({ since }) => since > secondsAgo(2.2 * 3600))).toBe(true);
  });
});
