import { contract, verbNames } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agents, openAgentsDoor, textOf } from '../../test/agents.ts';

let agents: Agents;
beforeAll(async () => {
  agents = await openAgentsDoor();
});
afterAll(() => agents.close());

describe('the door for agents', () => {
  it('offers every verb but approvals, with what it takes and answers', async () => {
    const { tools } = await (await agents.connect(await agents.newToken(['*']))).listTools();
    const expected = verbNames
      .filter((name) => contract[name].effect !== 'approve')
      .map((name) => name.replace(/[.-]/g, '_'));
    expect(tools.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
    const start = tools.find(({ name }) => name === 'ops_start');
    expect(start?.description).toMatch(/./);
    expect(start?.inputSchema).toMatchObject({
      type: 'object',
      required: ['environment', 'reason'],
      properties: { for: { type: 'string', description: expect.stringMatching(/how long/) } },
      additionalProperties: false,
    });
    expect(start?.annotations).toMatchObject({ readOnlyHint: false });
    for (const { outputSchema } of tools) expect(outputSchema).toMatchObject({ type: 'object' });
  });

  it('does verbs as the agent of its token’s owner, and answers what the schema says', async () => {
    const client = await agents.connect(await agents.newToken(['*']));
    // The SDK's client checks structured answers against the listed schemas.
    await client.listTools();
    const wish = { environment: 'staging', for: '30m', reason: 'look' };
    const started = await client.callTool({ name: 'ops_start', arguments: wish });
    const listed = await client.callTool({ name: 'ops_list', arguments: {} });
    const me = await client.callTool({ name: 'people_me' });
    expect(me.structuredContent).toMatchObject({
      principal: { id: 'agent:engineer', kind: 'agent' },
    });
    expect(listed.structuredContent).toHaveProperty('result');
    const entries = await agents.world.as('sre', 'timeline.list', { actor: 'agent:engineer' });
    expect(entries.map(({ action }) => action)).toContain('ops.start');
    expect(started.isError === true ? textOf(started) : started.structuredContent).toMatchObject({
      environment: 'staging',
    });
  });

  it('refuses approvals even when they are called by name', async () => {
    const asked = await agents.world.as('engineer', 'ops.start', {
      environment: 'production',
      for: '30m',
      reason: 'look',
    });
    const client = await agents.connect(await agents.newToken(['*']));
    const result = await client.callTool({ name: 'lease_approve', arguments: { id: asked.id } });
    expect(result.isError).toBe(true);
    expect(result._meta).toMatchObject({ 'sekisho/code': 'approver-must-be-person' });
    expect(await agents.world.as('sre', 'ops.show', { id: asked.id })).toMatchObject({
      state: 'requested',
    });
  });

  it.each([
    ['ops_show', { id: 'ops-none0000' }, 'lease-not-found'],
    ['ops_start', { environment: 'mars', reason: 'x' }, 'unknown-environment'],
    ['ops_start', { environment: 'staging', reason: 'x\0y' }, 'bad-input'],
    ['ops_start', { environment: 'staging', reason: 'x', colour: 'red' }, 'bad-input'],
    ['ops_fly', {}, 'unknown-verb'],
    ['token_create', { name: 'x', scopes: ['*'], expires: '1h' }, 'token-scope'],
  ])('tells an agent why %s %j fails and what to do', async (name, input, code) => {
    const client = await agents.connect(await agents.newToken(['*']));
    const result = await client.callTool({ name, arguments: input });
    expect(result).toMatchObject({ isError: true, _meta: { 'sekisho/code': code } });
    expect(textOf(result)).toMatch(/..* .*./);
  });

  it('tells a bad input in the language of the agent’s owner', async () => {
    const client = await agents.connect(await agents.newToken(['*']));
    const result = await client.callTool({ name: 'ops_history', arguments: { limit: 0 } });
    expect(textOf(result)).toBe('「limit」に「0」は指定できません。 1 以上にしてください。');
  });

  it('keeps an agent within its token’s scopes', async () => {
    const client = await agents.connect(await agents.newToken(['ops.list']));
    expect((await client.callTool({ name: 'ops_list', arguments: {} })).isError).not.toBe(true);
    const refused = await client.callTool({ name: 'people_list', arguments: {} });
    expect(refused._meta).toMatchObject({ 'sekisho/code': 'token-scope' });
  });

  it('is closed to a person’s token, to nobody, and to anything but POST', async () => {
    const asPerson = await agents.newToken(['*'], false);
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const status = async (method: string, authorization?: string) => {
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...(authorization === undefined ? {} : { authorization }),
      };
      const init = { method, headers, ...(method === 'POST' ? { body } : {}) };
      return (await fetch(agents.url, init)).status;
    };
    expect(await status('POST')).toBe(401);
    expect(await status('POST', 'Bearer nothing')).toBe(401);
    expect(await status('POST', `Bearer ${asPerson}`)).toBe(403);
    expect(await status('POST', `Bearer ${await agents.newToken(['*'])}`)).toBe(200);
    expect(await status('GET', `Bearer ${await agents.newToken(['*'])}`)).toBe(405);
  });

  it('takes no more than the largest question and no broken JSON', async () => {
    const authorization = `Bearer ${await agents.newToken(['*'])}`;
    const send = async (body: string) => {
      const accept = 'application/json, text/event-stream';
      const headers = { authorization, accept, 'content-type': 'application/json' };
      return (await fetch(agents.url, { method: 'POST', headers, body })).status;
    };
    expect(await send(JSON.stringify({ filler: 'x'.repeat(1_048_576) }))).toBe(413);
    expect(await send(JSON.stringify({ filler: 'x'.repeat(1_000_000) }))).toBe(400);
    expect(await send('{"jsonrpc":')).toBe(400);
  });
});
