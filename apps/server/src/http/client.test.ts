import { createClient, ProblemError } from '@sekisho/contract/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hat, type OpenDoor, openDoor } from '../../../../test/support/open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

function clientOf(who: string) {
  return createClient({ baseUrl: door.url, fetch, headers: () => hat(who) });
}

describe('the typed client', () => {
  it('carries a lease from the request through an approval to its list', async () => {
    const wish = { environment: 'production', for: '30m', reason: 'look' } as const;
    const asked = await clientOf('engineer').call('ops.start', wish);
    expect(asked.state).toBe('requested');
    const approved = await clientOf('sre').call('lease.approve', { id: asked.id });
    expect(approved.state).toBe('approved');
    const listed = await clientOf('auditor').call('ops.list', {});
    expect(listed.map(({ id }) => id)).toEqual([asked.id]);
    await door.world.live(10);
    const shown = await clientOf('auditor').call('ops.show', { id: asked.id });
    expect(shown).toMatchObject({ state: 'active', instanceId: expect.stringMatching(/^i-/) });
  });

  it('answers a repeated write as the first time', async () => {
    const wish = { environment: 'staging', for: '30m', reason: 'look' } as const;
    const key = { idempotencyKey: 'a-key' };
    const first = await clientOf('sre2').call('ops.start', wish, key);
    expect(await clientOf('sre2').call('ops.start', wish, key)).toEqual(first);
  });

  it('throws what the server says was wrong', async () => {
    const refusal = clientOf('auditor').call('ops.start', {
      environment: 'staging',
      reason: 'look',
    });
    await expect(refusal).rejects.toThrow(ProblemError);
    await expect(refusal).rejects.toMatchObject({
      message: 'auditor may look at everything and change nothing.',
      problem: { status: 403, code: 'read-only', fix: expect.stringMatching(/./) },
    });
  });

  it('throws a TypeError when no server answers', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', fetch, headers: () => ({}) });
    await expect(client.call('ops.list', {})).rejects.toThrow(TypeError);
  });

  it('says so when something else than Sekisho answers', async () => {
    const other = async () => new Response('<html>', { status: 502, statusText: 'Bad Gateway' });
    const client = createClient({ baseUrl: door.url, fetch: other, headers: () => ({}) });
    await expect(client.call('ops.list', {})).rejects.toMatchObject({
      problem: { status: 502, code: 'bug', requestId: '' },
    });
  });
});
