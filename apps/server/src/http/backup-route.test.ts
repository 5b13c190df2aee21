import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hat, type OpenDoor, openDoor } from '../../../../test/support/open-door.ts';
import { bodyToItsEnd } from './to-its-end.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const ask = (body: object, headers: Record<string, string> = hat('sre')) =>
  fetch(`${door.url}/api/v1/backup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const code = async (answer: Promise<Response>) => {
  const { status, ...rest } = (await (await answer).json()) as { status: number; code: string };
  return `${status} ${rest.code}`;
};
const entries = async (wanted = 'backup.taken') =>
  (await door.world.as('sre', 'timeline.list', { limit: 100 })).filter(
    ({ action }) => action === wanted,
  );

describe('a backup over HTTP', () => {
  it('is sent whole to an admin, told apart by its digest, and recorded', async () => {
    const answer = await ask({});
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const digest = createHash('sha256').update(bytes).digest('base64');
    expect(answer.headers.get('repr-digest')).toBe(`sha-256=:${digest}:`);
    expect(gunzipSync(bytes).toString('utf8')).toMatch(/^\{"sekisho":"backup",/);
    const [entry] = await entries();
    expect(entry).toMatchObject({ outcome: 'done', actor: { id: 'sre' } });
    expect(entry?.data).toEqual({ encrypted: false, recipients: 0 });
    const [sent] = await entries('backup.sent');
    const sha256 = Buffer.from(digest, 'base64').toString('hex');
    expect(sent?.data).toEqual({ bytes: bytes.length, sha256 });
  });

  it('is sent when its last byte was taken, and never when its reader goes away before', async () => {
    let ended = 0;
    const opened: Readable[] = [];
    const sent = () => {
      const content = Readable.from([Buffer.from('x'), Buffer.from('y')]);
      opened.push(content);
      return bodyToItsEnd(content, async () => void (ended += 1));
    };
    const untaken = sent();
    await sleep(20);
    await untaken.cancel();
    for await (const _ of sent()) break;
    expect(ended).toBe(0);
    expect(opened.map(({ destroyed }) => destroyed)).toEqual([true, true]);
    for await (const _ of sent());
    expect(ended).toBe(1);
  });

  it('is refused to whoever is no admin themselves, and that is recorded', async () => {
    expect(await code(ask({}, hat('engineer')))).toBe('403 role-too-weak');
    const { token } = await door.world.as('sre', 'token.create', {
      ...{ name: 'robot', scopes: ['*'], expires: '1d' },
    });
    expect(await code(ask({}, { authorization: `Bearer ${token}` }))).toBe(
      '403 approver-must-be-person',
    );
    expect(await code(ask({}, {}))).toBe('401 not-signed-in');
    const refused = (await entries()).filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ data }) => data['code'])).toEqual(
      expect.arrayContaining(['role-too-weak', 'approver-must-be-person']),
    );
  });

  it('takes age recipients and nothing that is none', async () => {
    expect(await code(ask({ recipients: ['AGE-SECRET-KEY-1OOPS'] }))).toBe('400 backup-recipient');
    expect(await code(ask({ recipients: 'age1' }))).toBe('400 bad-input');
    const told = await (await ask({ recipients: ['AGE-SECRET-KEY-1OOPS'] })).text();
    expect(told).not.toContain('OOPS');
  });

  it('is not taken again and again', async () => {
    const codes: string[] = [];
    for (let time = 0; time < 7; time += 1) {
      const answer = await ask({});
      codes.push(answer.ok ? 'sent' : String(answer.status));
      await answer.arrayBuffer();
    }
    expect(codes.filter((one) => one === '429').length).toBeGreaterThan(0);
    door.world.clock.turn(61);
    expect((await ask({})).status).toBe(200);
  });
});
