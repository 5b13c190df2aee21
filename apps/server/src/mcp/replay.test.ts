import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agents, openAgentsDoor, textOf } from '../../test/agents.ts';

let agents: Agents;
beforeAll(async () => {
  agents = await openAgentsDoor();
});
afterAll(() => agents.close());

describe('a tool called twice', () => {
  it('answers a repeated call as the first time, and refuses its key with another input', async () => {
    const client = await agents.connect(await agents.newToken(['*']));
    const wish = { environment: 'staging', for: '30m', reason: 'a repeat' };
    const ask = (given: object, _meta?: Record<string, unknown>) =>
      client.callTool({
        name: 'ops_start',
        arguments: { ...wish, ...given },
        ...(_meta === undefined ? {} : { _meta }),
      });
    const first = await ask({ idempotencyKey: 'repeat-1' });
    expect(first.isError, textOf(first)).not.toBe(true);
    const again = await ask({ idempotencyKey: 'repeat-1' });
    expect(again.structuredContent).toEqual(first.structuredContent);
    const inMeta = await ask({}, { 'sekisho/idempotency-key': 'repeat-1' });
    expect(inMeta.structuredContent).toEqual(first.structuredContent);
    const other = await ask({ idempotencyKey: 'repeat-1', reason: 'another' });
    expect(other._meta).toMatchObject({ 'sekisho/code': 'idempotency-mismatch' });
    const found = await agents.world.as('sre', 'ops.history', { search: 'a repeat' });
    expect(found).toHaveLength(1);
  });

  it.each([
    [{ idempotencyKey: '' }],
    [{ idempotencyKey: 'with space' }],
    [{ idempotencyKey: 7 }],
    [{ idempotencyKey: 'one', meta: 'two' }],
    [{ meta: 'x'.repeat(201) }],
  ])(
    'refuses the key %j before anything is done',
    async ({ meta, ...given }: { meta?: string; idempotencyKey?: unknown }) => {
      const client = await agents.connect(await agents.newToken(['*']));
      const result = await client.callTool({
        name: 'ops_start',
        arguments: { environment: 'staging', reason: 'a bad key', ...given },
        ...(meta === undefined ? {} : { _meta: { 'sekisho/idempotency-key': meta } }),
      });
      expect(result._meta).toMatchObject({ 'sekisho/code': 'bad-input' });
      expect(await agents.world.as('sre', 'ops.history', { search: 'a bad key' })).toEqual([]);
    },
  );

  it('offers a key with tools that write, and with no other', async () => {
    const client = await agents.connect(await agents.newToken(['*']));
    const { tools } = await client.listTools();
    for (const { name, inputSchema, annotations } of tools) {
      const has = Object.hasOwn(inputSchema.properties ?? {}, 'idempotencyKey');
      expect(has, name).toBe(annotations?.readOnlyHint === false);
    }
    const given = { name: 'ops_list', arguments: { idempotencyKey: 'x' } };
    const listed = await client.callTool(given);
    expect(listed._meta).toMatchObject({ 'sekisho/code': 'bad-input' });
  });
});
