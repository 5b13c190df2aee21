import { EventEmitter } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import { ApolloServer } from '@apollo/server';
import type { Plugin } from 'graphql-yoga';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AskedOperation, type OperationRecord, prometheusSink } from '../src/apollo/index.ts';
import { schema } from './schema.ts';
import { type Running, startApollo, startYoga } from './servers.ts';

const json = { 'content-type': 'application/json' };
const post = (url: string, body: unknown, headers: object = {}) =>
  fetch(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });

const until = { timeout: 20_000, interval: 5 };

/** Sends a request; its client may leave. */
function ask(url: string, query: string): ClientRequest {
  const sent = request(url, { method: 'POST', headers: json });
  sent.on('error', () => undefined);
  sent.end(JSON.stringify({ query }));
  return sent;
}

describe.each([
  ['Apollo Server', startApollo],
  ['Yoga', startYoga],
])('%s', (_, start) => {
  const records: OperationRecord[] = [];
  const problems: unknown[] = [];
  const metrics = prometheusSink();
  const hears = new EventEmitter();
  let running: Running;
  const classes = () => records.map(({ verdict }) => `${verdict.class} ${verdict.counts}`);

  beforeAll(async () => {
    const broken = {
      record() {
        throw new Error('this sink is broken');
      },
    };
    const kept = { record: (record: OperationRecord) => records.push(record) };
    const options = {
      sinks: [broken, kept, metrics],
      rules: { operations: ['Wait'] },
      isTrusted: ({ operationName }: AskedOperation) => operationName === 'Trusted',
      onProblem: (problem: unknown) => {
        problems.push(problem);
        throw new Error('this listener is broken');
      },
    };
    running = await start(options, { waiting: () => hears.emit('waiting') });
  });
  afterAll(() => running.stop());

  it('leaves a request out whose client went away before the answer', async () => {
    const sent = ask(running.url, 'query Wait { waits }');
    hears.once('waiting', () => sent.destroy());
    await vi.waitFor(() => expect(classes()).toEqual(['aborted excluded']), until);
    expect(records.splice(0)[0]).toMatchObject({ name: 'Wait', label: 'Wait', aborted: true });
  });

  it('answers as ever when a sink and the listener for problems are broken', async () => {
    problems.splice(0);
    const answer = await post(running.url, { query: '{ ok }' });
    expect(await answer.json()).toEqual({ data: { ok: 'fine' } });
    await vi.waitFor(() => expect(records.splice(0)).toHaveLength(1), until);
    expect(problems).toEqual([new Error('this sink is broken')]);
  });

  it('takes the word of the service on what a trusted document is', async () => {
    await post(running.url, { query: 'query Trusted { gone }', operationName: 'Trusted' });
    await post(running.url, { query: 'query Other { gone }', operationName: 'Other' });
    await vi.waitFor(() => expect(classes()).toEqual(['failed bad', 'client good']), until);
    records.splice(0);
  });

  it('tells how long an operation took, and names it only if it is registered', async () => {
    await post(running.url, { query: 'query NobodyKnows { ok }' });
    await vi.waitFor(() => expect(records).toHaveLength(1), until);
    const [record] = records.splice(0);
    expect(record?.durationMs).toBeGreaterThan(0);
    expect(record?.label).toBe('other');
    expect(metrics.text()).not.toContain('NobodyKnows');
    expect(metrics.text()).toContain('graphql_operation_name="Wait",error_type="aborted"');
  });
});

describe('Apollo Server', () => {
  it('counts an answer as the 500 that another plug-in made of it', async () => {
    const records: OperationRecord[] = [];
    const breaking = {
      async requestDidStart() {
        return {
          async willSendResponse() {
            throw new Error('this plug-in is broken');
          },
        };
      },
    };
    const sinks = [{ record: (record: OperationRecord) => records.push(record) }];
    const running = await startApollo({ sinks }, { apollo: { plugins: [breaking] } });
    const answer = await post(running.url, { query: '{ ok }' });
    expect(answer.status).toBe(500);
    await vi.waitFor(() => expect(records).toHaveLength(1), until);
    await running.stop();
    expect(records.map(({ verdict, status }) => [verdict.class, status])).toEqual([
      ['server', 500],
    ]);
  });

  it('counts no operation that did not come over HTTP', async () => {
    const records: OperationRecord[] = [];
    const { apolloSli } = await import('../src/apollo/index.ts');
    const plugin = apolloSli({ sinks: [{ record: (record) => void records.push(record) }] });
    const server = new ApolloServer({ schema, plugins: [plugin], stopOnTerminationSignals: false });
    await server.executeOperation({ query: '{ ok }' });
    await server.stop();
    // What is recorded is recorded a turn after the answer.
    await new Promise((turn) => setImmediate(turn));
    expect(records).toEqual([]);
  });

  it('lets the service say that a client went away', async () => {
    const records: OperationRecord[] = [];
    const sinks = [{ record: (record: OperationRecord) => records.push(record) }];
    const running = await startApollo({ sinks, isAborted: () => true });
    await post(running.url, { query: '{ ok }' });
    await vi.waitFor(() => expect(records).toHaveLength(1), until);
    await running.stop();
    expect(records[0]?.verdict).toEqual({ class: 'aborted', counts: 'excluded' });
  });
});

describe('Yoga', () => {
  it('counts a POST that another plug-in refused, and no page, preflight, unknown path or answer of its own', async () => {
    const records: OperationRecord[] = [];
    const sinks = [{ record: (record: OperationRecord) => records.push(record) }];
    const limiter = {
      onRequest({ request: { headers }, endResponse, fetchAPI }: Parameters<Limiter>[0]) {
        if (headers.get('x-limited') !== null)
          endResponse(new fetchAPI.Response('no', { status: 429 }));
        if (headers.get('x-cached') !== null) endResponse(new fetchAPI.Response('{"data":{}}'));
      },
    };
    const running = await startYoga({ sinks }, { yoga: [limiter] });
    for (const [path, init] of [
      [
        '',
        {
          method: 'OPTIONS',
          headers: { origin: 'http://a', 'access-control-request-method': 'POST' },
        },
      ],
      ['', { headers: { accept: 'text/html' } }],
      ['health', {}],
      ['', { method: 'POST', headers: { ...json, 'x-cached': 'yes' }, body: '{}' }],
      ['elsewhere', { method: 'POST', headers: json, body: '{"query":"{ ok }"}' }],
      ['', { method: 'POST', headers: { ...json, 'x-limited': 'yes' }, body: '{}' }],
    ] as const) {
      await (await fetch(`${running.url}${path}`, init)).text();
    }
    await vi.waitFor(() => expect(records.length).toBeGreaterThan(0), until);
    await running.stop();
    expect(records.map(({ verdict, status }) => [verdict.class, status])).toEqual([
      ['client', 429],
    ]);
  });

  it('counts a body that is no JSON', async () => {
    const records: OperationRecord[] = [];
    const sinks = [{ record: (record: OperationRecord) => records.push(record) }];
    const running = await startYoga({ sinks });
    const answer = await fetch(running.url, { method: 'POST', headers: json, body: '{"query":' });
    expect(answer.status).toBe(400);
    await vi.waitFor(() => expect(records).toHaveLength(1), until);
    await running.stop();
    expect(records[0]?.verdict).toEqual({ class: 'client', counts: 'good' });
  });

  it('counts a GET that another plug-in ended while it was read, and a body that is null', async () => {
    const records: OperationRecord[] = [];
    const sinks = [{ record: (record: OperationRecord) => records.push(record) }];
    const ending: Plugin = {
      onRequestParse({ request: { method }, endResponse, fetchAPI }) {
        if (method === 'GET') endResponse(new fetchAPI.Response('no', { status: 403 }));
      },
    };
    const running = await startYoga({ sinks }, { yoga: [ending] });
    await (await fetch(`${running.url}?query=%7Bok%7D`)).text();
    await (await post(running.url, null)).text();
    await vi.waitFor(() => expect(records).toHaveLength(2), until);
    await running.stop();
    expect(records.map(({ verdict, status }) => [verdict.class, status])).toEqual([
      ['client', 403],
      ['client', 400],
    ]);
  });

  it('knows the members of a batch whose documents another plug-in put in', async () => {
    const records: OperationRecord[] = [];
    const sinks = [{ record: (record: OperationRecord) => records.push(record) }];
    const stored: Plugin = {
      onParams({ params, setParams }) {
        setParams({ query: `query ${params.query ?? ''} { ok }` });
      },
    };
    const running = await startYoga({ sinks }, { yoga: [stored] });
    await (await post(running.url, [{ query: 'A' }, { query: 'B' }])).text();
    await vi.waitFor(() => expect(records).toHaveLength(2), until);
    await running.stop();
    expect(records.map(({ name, type }) => [name, type])).toEqual([
      ['A', 'query'],
      ['B', 'query'],
    ]);
  });
});

type Limiter = NonNullable<import('graphql-yoga').Plugin['onRequest']>;
