import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { entriesDuring, refusal, roomyConfig } from '../../test/leases.ts';
import { objectKeyOf, putPracticeObject } from '../../test/practice-objects.ts';
import { closeSession, collected, openedSession, recordedSession } from '../../test/recordings.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig() });
});
afterAll(() => world.database.close());

const show = (id: string, who = 'engineer') => world.as(who, 'ops.sessions.show', { id });
const select = "psql -h db.staging.internal -c 'select count(*) from orders'";

describe('a session on a server of a lease', () => {
  it('is linked to its lease while it is open, and says who it is', async () => {
    const { id, lease, instanceId } = await openedSession(world);
    await collected(world);
    const { session } = await show(id);
    expect(session).toMatchObject({ id, lease, instanceId, person: 'engineer', kind: 'shell' });
    expect(session).toMatchObject({ environment: 'staging', endedAt: null, recording: 'open' });
  });

  it('has its end and its commands some minutes after it ended, as the audit saw them', async () => {
    const { id } = await recordedSession(world);
    const { session, commands } = await show(id);
    expect(session).toMatchObject({ recording: 's3', commandsFrom: 'audit', unrecorded: [] });
    expect(session.endedAt).not.toBeNull();
    expect(commands.map(({ number, text }) => [number, text]).slice(0, 2)).toEqual([
      [1, 'uptime'],
      [2, select],
    ]);
    expect(commands.every(({ at }) => at !== null && at > session.startedAt)).toBe(true);
  });

  it('has the commands that its screen shows where no audit tells of them', async () => {
    const { id, instanceId } = await openedSession(world);
    world.clock.turn(300);
    closeSession(world, id);
    world.cloud.world.logStreams.drop(
      `222222222222/ap-northeast-1//sekisho/ops-servers:${instanceId}`,
    );
    await collected(world);
    const { session, commands } = await show(id);
    expect(session.commandsFrom).toBe('terminal');
    expect(commands[1]).toEqual({
      ...{ number: 2, at: null },
      text: 'psql -h db.staging.internal -c "select count(*) from orders"',
    });
  });

  it('says where a forwarded port went, by whom that is said, and what of it nothing records', async () => {
    const document = 'AWS-StartPortForwardingSessionToRemoteHost';
    const { id } = await recordedSession(world, { document, reason: 'db.staging.internal:5432' });
    const { session } = await show(id);
    expect(session).toMatchObject({ kind: 'forward', recording: 'none', commands: 0 });
    expect(session.unrecorded).toEqual(['forwarded-bytes']);
    expect(session.forwardedTo).toEqual([
      { host: 'db.staging.internal', port: 5432, by: 'reason' },
      { host: '10.0.2.10', port: 5432, by: 'audit' },
    ]);
  });

  it('is nobody’s whose principal is not in the roster', async () => {
    const owner = 'arn:aws:iam::222222222222:user/stranger';
    const { id } = await recordedSession(world, { owner });
    expect(await refusal(show(id))).toBe('not-a-reader');
    expect((await show(id, 'sre')).session).toMatchObject({ person: null, owner });
  });

  it('is kept although AWS has forgotten it', async () => {
    const { id } = await recordedSession(world);
    world.cloud.world.sessions.drop(id);
    world.clock.turn(31 * 24 * 3600);
    await collected(world);
    expect((await show(id)).session.commands).toBeGreaterThan(0);
  });
});

describe('a recording', () => {
  it('that comes late is found when it came, and one that never comes is missing', async () => {
    const { id } = await openedSession(world);
    world.clock.turn(300);
    closeSession(world, id);
    const key = objectKeyOf(id);
    const late = world.cloud.world.objects.get(key);
    world.cloud.world.objects.drop(key);
    await collected(world);
    expect((await show(id)).session).toMatchObject({ recording: 'waiting', commandsFrom: 'audit' });
    const unread = world.as('engineer', 'ops.sessions.replay', { id });
    expect(await refusal(unread)).toBe('no-recording');
    if (late !== undefined) world.cloud.world.objects.put(key, late);
    world.clock.turn(3600);
    await collected(world);
    expect((await show(id)).session.recording).toBe('s3');

    const { id: never } = await openedSession(world);
    closeSession(world, never);
    world.cloud.world.objects.drop(objectKeyOf(never));
    await collected(world);
    world.clock.turn(25 * 3600);
    await collected(world);
    expect((await show(never)).session).toMatchObject({
      recording: 'missing',
      unrecorded: ['shown-output'],
    });
  });

  it('larger than a page is played page by page, each character once', async () => {
    const { id } = await recordedSession(world);
    const whole = `${'日本語 x'.repeat(40)}\r\n`.repeat(2500);
    putPracticeObject(world, id, Buffer.from(whole));
    let [text, pages, last] = ['', 0, -1];
    let after: string | undefined;
    do {
      const page = await world.as('engineer', 'ops.sessions.replay', {
        id,
        ...(after && { after }),
      });
      expect(page).toMatchObject({ timing: 'by-line', header: { version: 2 } });
      for (const [at, , piece] of page.events) {
        expect(at).toBeGreaterThan(last);
        [last, text] = [at, text + piece];
      }
      pages += 1;
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(pages).toBeGreaterThan(3);
    expect(text === whole).toBe(true);
  });

  it('of hostile bytes is indexed and played without what reaches beyond a screen', async () => {
    const { id, instanceId } = await openedSession(world);
    world.clock.turn(300);
    closeSession(world, id);
    world.cloud.world.logStreams.drop(
      `222222222222/ap-northeast-1//sekisho/ops-servers:${instanceId}`,
    );
    const hostile = Buffer.concat([
      Buffer.from(
        '$ ls\u001b]52;c;ZXZpbA==\u0007\r\n\u001b]0;title\u0007\u001bP+q\u001b\\\u001b[6n\u001b[c',
      ),
      Buffer.from([0xff, 0xfe, 0x00, 0x80]),
      Buffer.from('\r\n$ echo AKIAIOSFODNN7EXAMPLE\u202e\r\n\u001b]never ends\r\n$ id\r\n'),
    ]);
    putPracticeObject(world, id, hostile);
    await collected(world);
    const { commands } = await show(id);
    expect(commands.map(({ text }) => text)).toEqual(['ls', 'echo [secret removed]�', 'id']);
    const { events } = await world.as('engineer', 'ops.sessions.replay', { id });
    const played = events.map(([, , text]) => text).join('');
    expect(played).not.toMatch(/[\u0000-\u0007\u000e-\u001f\u007f-\u009f]|ZXZpbA|title/);
    expect(played).toContain('$ id\r\n');
  });
});

describe('what others did', () => {
  it('is listed for everybody and read by readers alone, with an entry once an hour', async () => {
    const { id } = await recordedSession(world);
    const { sessions } = await world.as('support', 'ops.sessions', { limit: 1 });
    expect(sessions).toMatchObject([{ id, mayRead: false }]);
    for (const verb of ['ops.sessions.show', 'ops.sessions.replay'] as const) {
      expect(await refusal(world.as('support', verb, { id }))).toBe('not-a-reader');
      const read = await entriesDuring(world, async () => {
        await world.as('auditor', verb, { id });
        await world.as('auditor', verb, { id });
      });
      expect(read.entries).toMatchObject([
        { action: verb, subject: id, actor: { id: 'auditor' }, data: { person: 'engineer' } },
      ]);
    }
    world.clock.turn(3601);
    const later = await entriesDuring(world, () => show(id, 'auditor'));
    expect(later.entries).toHaveLength(1);
    expect((await entriesDuring(world, () => show(id))).entries).toEqual([]);
  });

  it('is read by no agent and no token, although their owner might, nor what their owner did', async () => {
    const { id } = await recordedSession(world, { holder: 'engineer' });
    const ask = (principal: object) =>
      world.core.call(
        'ops.sessions.show',
        contextOf('sre', { principal: { ...contextOf('sre').principal, ...principal } }),
        { id },
      );
    expect(await refusal(ask({ id: 'agent:sre', kind: 'agent' }))).toBe('not-a-reader');
    expect(await refusal(ask({ assurance: 'token' }))).toBe('not-a-reader');
    expect(await refusal(ask({ id: 'agent:engineer', kind: 'agent' }))).toBe('not-a-reader');
    expect(await refusal(ask({}))).toBeNull();
    const token = contextOf('engineer', {
      principal: { ...contextOf('engineer').principal, assurance: 'token' },
    });
    const { id: own, lease } = await recordedSession(world);
    const shown = world.core.call('ops.sessions.show', token, { id: own });
    expect(await refusal(shown)).toBe('not-a-reader');
    const found = await world.core.call('ops.sessions.grep', token, { pattern: 'psql', lease });
    expect(found).toMatchObject({ matches: [], withheld: 1 });
  });
});

describe('a search', () => {
  const grep = (who: string, input: object) => world.as(who, 'ops.sessions.grep', input);

  it('finds commands letter by letter, or by a regular expression, page by page', async () => {
    const { id, lease } = await recordedSession(world);
    const found = await grep('engineer', { pattern: 'PSQL -H', ignoreCase: true, lease });
    expect(found.matches).toMatchObject([{ session: id, number: 2, text: select, lease }]);
    expect((await grep('engineer', { pattern: 'p.ql', lease })).matches).toEqual([]);
    const asked = { pattern: '^(uptime|tail)\\b', regex: true, lease, limit: 1 };
    const first = await grep('engineer', asked);
    expect(first.matches).toMatchObject([{ text: 'uptime' }]);
    const second = await grep('engineer', { ...asked, after: first.next });
    expect(second).toMatchObject({ matches: [{ number: 4 }], next: null });
  });

  it('shows what others did to readers alone, who leave an entry', async () => {
    const { lease } = await recordedSession(world);
    expect(await grep('support', { pattern: 'psql', lease })).toMatchObject({
      ...{ matches: [], withheld: 1, next: null, looked: 0 },
    });
    const { entries } = await entriesDuring(world, () => grep('sre', { pattern: 'psql', lease }));
    expect(entries).toMatchObject([{ action: 'ops.sessions.grep', data: { commands: 1 } }]);
  });
});
