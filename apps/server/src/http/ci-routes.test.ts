import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor, post } from '../../../../test/support/open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(async () => {
  await door.close();
});

const call = { token: 'nonsense', purpose: 'apply' };

describe('the door of CI jobs', () => {
  it('asks for no login: a job is known by its token, and here no token is believed', async () => {
    const answer = await post(door, 'ci.exchange', call, {});
    expect(await answer.json()).toMatchObject({ code: 'ci-not-set-up' });
  });

  it('gives whoever is signed in no way around the token', async () => {
    const answer = await post(door, 'ci.finish', { ...call, lease: 'ci-7k3f9q2m' });
    expect(await answer.json()).toMatchObject({ code: 'ci-not-set-up' });
  });

  it('takes a plan that no other call may be as long as, and nothing longer', async () => {
    const plan = { sha256: 'a'.repeat(64), json: JSON.stringify({ filler: 'x'.repeat(200_000) }) };
    const answer = await post(door, 'ci.exchange', { ...call, plan }, {});
    expect(await answer.json()).toMatchObject({ code: 'ci-not-set-up' });
    const other = await post(door, 'lease.show', { id: 'x'.repeat(200_000) });
    expect(other.status).toBe(413);
    expect((await post(door, 'ci.finish', { ...call, plan }, {})).status).toBe(413);
  });

  it('takes a parsed plan as deep as plans may be', async () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { module: nested(depth - 1) });
    const send = async (depth: number) => {
      const plan = { sha256: 'a'.repeat(64), json: nested(depth) };
      const answer = await post(door, 'ci.exchange', { ...call, plan }, {});
      return ((await answer.json()) as { code: string }).code;
    };
    expect(await send(120)).toBe('ci-not-set-up');
    expect(await send(121)).toBe('bad-input');
  });
});
