import type { Config } from '@sekisho/config';
import { CloudError, type RecordingCloud } from '@sekisho/core/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { promoteImage } from '../../../../../test/support/promote-image.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../../test/support/world.ts';
import { roomyConfig } from '../../../test/leases.ts';
import {
  closeSession,
  collected,
  openedSession,
  recordedSession,
  recordingsOf,
} from '../../../test/recordings.ts';
import { collectSessions } from './collect.ts';
import { indexSessions } from './index-sessions.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig() });
});
afterAll(() => world.database.close());

const show = (id: string, who = 'engineer') => world.as(who, 'ops.sessions.show', { id });
const denied = { failure: 'denied' };

/** AWS that lets nobody read streams of some groups, nor objects where that is all of them. */
function unreadable(isShut: (group: string | null) => boolean): RecordingCloud {
  const inner = recordingsOf(world);
  const refuse = () => Promise.reject(new CloudError('denied', 'AccessDeniedException', 'no'));
  return {
    ...inner,
    readObject: (scope, asked) => (isShut(null) ? refuse() : inner.readObject(scope, asked)),
    readStream: (scope, asked) => (isShut(asked.group) ? refuse() : inner.readStream(scope, asked)),
  };
}

describe('a session', () => {
  it('is not asked for from before there were leases', async () => {
    const asked: Date[] = [];
    const listSessions: RecordingCloud['listSessions'] = async (_, { since }) => {
      asked.push(since);
      return { sessions: [], next: null };
    };
    await collectSessions(world.core.house, { ...recordingsOf(world), listSessions });
    const hours = asked.map((since) => (world.clock.now().getTime() - since.getTime()) / 3600_000);
    expect(Math.max(...hours)).toBeLessThan(3);
  });

  it.each([
    ['was seen before', true],
    ['is seen only afterwards', false],
  ])('of a server that was replaced has its end and its commands, if it %s', async (_, isSeen) => {
    const { id, lease, instanceId } = await openedSession(world);
    if (isSeen) await collected(world);
    world.clock.turn(60);
    promoteImage(world.cloud);
    await world.as('engineer', 'ops.replace', { id: lease });
    await world.live(180);
    expect((await world.as('sre', 'ops.show', { id: lease })).instanceId).not.toBe(instanceId);
    await collected(world);
    const { session } = await show(id);
    expect(session).toMatchObject({ lease, instanceId, recording: 's3', person: 'engineer' });
    expect(session.endedAt).not.toBeNull();
    expect(session.commands).toBeGreaterThan(0);
  });

  it('by the document that an environment forwards by is a forwarded port', async () => {
    const forwardDocument = 'Acme-Forward';
    const before = world.core.house.config();
    const staging = before.environments.staging as Config['environments'][string];
    const opsServer = { ...staging.opsServer, forwardDocument };
    world.configure((config) => ({
      ...config,
      environments: { ...config.environments, staging: { ...staging, opsServer } },
    }));
    const own = `arn:aws:ssm:ap-northeast-1:222222222222:document/${forwardDocument}`;
    const reason = 'db.staging.internal:5432';
    const { id } = await recordedSession(world, { document: own, reason });
    expect((await show(id)).session).toMatchObject({ kind: 'forward', recording: 'none' });
    expect((await show(id)).session.forwardedTo[0]).toMatchObject({ port: 5432, by: 'reason' });
    // Another account's may do anything.
    const foreign = own.replace('222222222222', '999999999999');
    const { id: other } = await openedSession(world, { document: foreign });
    await collected(world);
    expect((await show(other)).session).toMatchObject({ kind: 'other', recording: 'open' });
    world.configure(() => before);
  });

  it('has a reason without secrets and without what a terminal acts on', async () => {
    const reason = 'PASSWORD=hunter2 x\u0000\u001b[2J';
    const { id } = await openedSession(world, { reason });
    await collected(world);
    const { sessions } = await world.as('support', 'ops.sessions', {});
    expect(sessions.find((session) => session.id === id)?.reason).toBe(
      'PASSWORD=[secret removed] x\ufffd\ufffd[2J',
    );
  });

  it('has an end although AWS forgot it while nobody asked', async () => {
    const { id } = await openedSession(world);
    await collected(world);
    world.cloud.world.sessions.drop(id);
    await collected(world);
    expect((await show(id)).session.endedAt).toBeNull();
    world.clock.turn(31 * 24 * 3600);
    await collected(world);
    expect((await show(id)).session.endedAt).not.toBeNull();
    world.clock.turn(2 * 24 * 3600);
    await collected(world);
    expect((await show(id)).session.recording).toBe('missing');
  });

  it('is kept although the account has more than are ever listed, or one that cannot be kept', async () => {
    const { id } = await openedSession(world);
    const inner = recordingsOf(world);
    const endless: RecordingCloud = {
      ...inner,
      listSessions: async (scope, asked) => ({
        ...(await inner.listSessions(scope, { ...asked, token: null })),
        next: 'more',
      }),
    };
    await expect(collected(world, endless)).rejects.toMatchObject({ failure: 'limit' });
    expect((await show(id)).session.id).toBe(id);

    const { id: another } = await openedSession(world);
    const odd: RecordingCloud = {
      ...inner,
      async listSessions(scope, asked) {
        if (scope.environment === 'staging') return inner.listSessions(scope, asked);
        throw new TypeError('a surprise');
      },
    };
    await expect(collected(world, odd)).rejects.toThrow('a surprise');
    expect((await show(another)).session.id).toBe(another);
    const { unanswered } = await world.as('auditor', 'ops.sessions', {});
    expect(unanswered).toMatchObject([{ environment: 'production' }, { environment: 'sandbox' }]);
    await collected(world);
  });

  it('is told of as not asked for where AWS does not answer, and as ever once it does', async () => {
    const deaf = {
      ...recordingsOf(world),
      listSessions: () => Promise.reject(new CloudError('denied', 'AccessDeniedException', 'no')),
    };
    await expect(collected(world, deaf)).rejects.toMatchObject({ failure: 'denied' });
    const { unanswered } = await world.as('auditor', 'ops.sessions', {});
    expect(unanswered).toMatchObject([
      { environment: 'production', detail: 'AccessDeniedException: no' },
      { environment: 'sandbox' },
      { environment: 'staging' },
    ]);
    await collected(world);
    expect((await world.as('auditor', 'ops.sessions', {})).unanswered).toEqual([]);
  });
});

describe('its recording', () => {
  it('is missing in the end where nobody ever may read it', async () => {
    const { id } = await openedSession(world);
    closeSession(world, id);
    await expect(
      collected(
        world,
        unreadable(() => true),
      ),
    ).rejects.toMatchObject(denied);
    expect((await show(id)).session.recording).toBe('waiting');
    world.clock.turn(31 * 24 * 3600);
    await expect(
      collected(
        world,
        unreadable(() => true),
      ),
    ).rejects.toMatchObject(denied);
    expect((await show(id)).session).toMatchObject({
      recording: 'missing',
      unrecorded: ['shown-output', 'commands'],
    });
  });

  it('tells the commands meanwhile where the server’s journal comes late', async () => {
    const { id, instanceId } = await openedSession(world);
    world.clock.turn(300);
    closeSession(world, id);
    const { logStreams } = world.cloud.world;
    const [journal] = [...logStreams.entries()].filter(([, { name }]) => name === instanceId);
    if (journal === undefined) throw new Error('practice sends a journal');
    logStreams.drop(journal[0]);
    await collectSessions(world.core.house, recordingsOf(world));
    expect((await show(id)).session.recording).toBe('waiting');
    world.clock.turn(120);
    await indexSessions(world.core.house, recordingsOf(world));
    expect((await show(id)).session).toMatchObject({ recording: 's3', commandsFrom: 'terminal' });
    logStreams.put(...journal);
    world.clock.turn(120);
    await indexSessions(world.core.house, recordingsOf(world));
    expect((await show(id)).session).toMatchObject({ recording: 's3', commandsFrom: 'audit' });
  });

  it('is read although the server’s journal may not be', async () => {
    const { id } = await openedSession(world);
    world.clock.turn(300);
    closeSession(world, id);
    const deafToHosts = unreadable((group) => group === '/sekisho/ops-servers');
    await expect(collected(world, deafToHosts)).rejects.toMatchObject(denied);
    const { session } = await show(id);
    expect(session).toMatchObject({ recording: 's3', commandsFrom: 'terminal' });
    world.clock.turn(3600);
    await collected(world);
    expect((await show(id)).session.commandsFrom).toBe('audit');
  });
});
