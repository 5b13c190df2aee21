import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { contract, verbNames } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { type Listening, listen } from '../http/listen.ts';
import { createMetrics } from '../metrics.ts';
import { createSignInLimit } from '../sign-in-limit.ts';
import { createMcpDoor } from './index.ts';

let world: TestWorld;
let listening: Listening;
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
  const logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const newRequestId = () => 'request-1';
  const door = createMcpDoor({
    ...{ core: world.core, logger, newRequestId, metrics: createMetrics() },
    signInLimit: createSignInLimit({ clock: world.clock }),
  });
  listening = await listen({ fetch: door as never }, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await listening.close(1000);
  await world.database.close();
});

async function newToken(scopes: string[], agent = true): Promise<string> {
  const input = { name: 'test', scopes, expires: '1h', agent };
  return (await world.core.call('token.create', contextOf('engineer'), input)).token;
}

async function connect(token: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(`${listening.url}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return client;
}

function textOf(result: Awaited<ReturnType<Client['callTool']>>): string {
  return ((result.content as { text: string }[])[0] ?? { text: '' }).text;
}

describe('the door for agents', () => {
  it('offers every verb but approvals, with what it takes and answers', async () => {
    const { tools } = await (await connect(await newToken(['*']))).listTools();
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
    const client = await connect(await newToken(['*']));
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
    const entries = await world.as('sre', 'timeline.list', { actor: 'agent:engineer' });
    expect(entries.map(({ action }) => action)).toContain('ops.start');
    expect(started.isError === true ? textOf(started) : started.structuredContent).toMatchObject({
      environment: 'staging',
    });
  });

  it('refuses approvals even when they are called by name', async () => {
    const asked = await world.as('engineer', 'ops.start', {
      environment: 'production',
      for: '30m',
      reason: 'look',
    });
    const client = await connect(await newToken(['*']));
    const result = await client.callTool({ name: 'lease_approve', arguments: { id: asked.id } });
    expect(result.isError).toBe(true);
    expect(result._meta).toMatchObject({ 'sekisho/code': 'approver-must-be-person' });
    expect(await world.as('sre', 'ops.show', { id: asked.id })).toMatchObject({
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
    const client = await connect(await newToken(['*']));
    const result = await client.callTool({ name, arguments: input });
    expect(result).toMatchObject({ isError: true, _meta: { 'sekisho/code': code } });
    expect(textOf(result)).toMatch(/..* .*./);
  });

  it('keeps an agent within its token’s scopes', async () => {
    const client = await connect(await newToken(['ops.list']));
    expect((await client.callTool({ name: 'ops_list', arguments: {} })).isError).not.toBe(true);
    const refused = await client.callTool({ name: 'people_list', arguments: {} });
    expect(refused._meta).toMatchObject({ 'sekisho/code': 'token-scope' });
  });

  it('is closed to a person’s token, to nobody, and to anything but POST', async () => {
    const asPerson = await newToken(['*'], false);
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const status = async (method: string, authorization?: string) => {
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...(authorization === undefined ? {} : { authorization }),
      };
      const init = { method, headers, ...(method === 'POST' ? { body } : {}) };
      return (await fetch(`${listening.url}/mcp`, init)).status;
    };
    expect(await status('POST')).toBe(401);
    expect(await status('POST', 'Bearer nothing')).toBe(401);
    expect(await status('POST', `Bearer ${asPerson}`)).toBe(403);
    expect(await status('POST', `Bearer ${await newToken(['*'])}`)).toBe(200);
    expect(await status('GET', `Bearer ${await newToken(['*'])}`)).toBe(405);
  });

  it('takes no more than 64 kB and no broken JSON', async () => {
    const authorization = `Bearer ${await newToken(['*'])}`;
    const send = async (body: string) => {
      const accept = 'application/json, text/event-stream';
      const headers = { authorization, accept, 'content-type': 'application/json' };
      return (await fetch(`${listening.url}/mcp`, { method: 'POST', headers, body })).status;
    };
    expect(await send(JSON.stringify({ filler: 'x'.repeat(70_000) }))).toBe(413);
    expect(await send('{"jsonrpc":')).toBe(400);
  });
});
