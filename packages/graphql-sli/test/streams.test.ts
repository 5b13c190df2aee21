import { classifyGraphql } from '@sekisho/counting/graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OperationRecord } from '../src/yoga/index.ts';
import { type Running, startApollo, startYoga } from './servers.ts';

const until = { timeout: 20_000, interval: 5 };
const records: OperationRecord[] = [];
const sinks = [{ record: (record: OperationRecord) => records.push(record) }];

async function ask(url: string, accept: string, query: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  });
}

/** The record of the only operation, and the verdict on the text that came. */
async function judged(response: Response) {
  const { status } = response;
  const contentType = response.headers.get('content-type') ?? '';
  const body = await response.text();
  await vi.waitFor(() => expect(records).toHaveLength(1), until);
  const [record] = records.splice(0);
  return { record, body, text: classifyGraphql({ status, contentType, body }) };
}

describe('Yoga', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startYoga({ sinks });
  });
  afterAll(() => running.stop());

  it.each([
    ['whole', 'subscription S { ticks(count: 3) }', 'ok'],
    ['failing on the way', 'subscription S { ticks(count: 3, failAt: 2) }', 'partial'],
    ['with no event', 'subscription S { ticks(count: 0) }', 'ok'],
    ['that does not validate', 'subscription S { ticks }', 'client'],
  ])('judges a subscription %s by all its events', async (_, query, expected) => {
    const { record, text } = await judged(await ask(running.url, 'text/event-stream', query));
    expect(record?.verdict).toEqual(text);
    expect(record?.verdict.class).toBe(expected);
  });

  it.each([
    ['whole', '{ ok ... @defer { item { name } } }', 'ok'],
    ['whose deferred part fails', '{ ok ... @defer { item { broken } } }', 'partial'],
    ['whose first part fails', '{ fail ... @defer { item { name } } }', 'partial'],
    [
      'whose deferred part fails by its user',
      '{ ok ... @defer { fail(code: "FORBIDDEN") } }',
      'client',
    ],
  ])('judges an answer in parts %s', async (_, query, expected) => {
    const { record, text, body } = await judged(await ask(running.url, 'multipart/mixed', query));
    expect(body).toContain('hasNext');
    expect(record?.verdict, body).toEqual(text);
    expect(record?.verdict.class).toBe(expected);
    expect(record?.type).toBe('query');
  });

  it('takes a subscription whose client has had enough for what it was until then', async () => {
    const response = await ask(running.url, 'text/event-stream', 'subscription S { endless }');
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await vi.waitFor(() => expect(records).toHaveLength(1), until);
    expect(records.splice(0)[0]).toMatchObject({
      type: 'subscription',
      aborted: false,
      verdict: { class: 'ok', counts: 'good' },
    });
  });

  it('counts a stream that it may not write, once', async () => {
    const { record, text } = await judged(
      await ask(running.url, 'application/json', '{ ok ... @defer { item { name } } }'),
    );
    expect(record?.status).toBe(406);
    expect(record?.verdict).toEqual(text);
  });
});

describe('Apollo Server', () => {
  const legacy = 'multipart/mixed; deferSpec=20220824';
  const failed = { message: 'no', path: ['item'], extensions: { code: 'DOWN' } };

  /** What an executor of graphql 17 answers, for a server that runs on graphql 16. */
  async function started(later: readonly object[], breaks = false): Promise<Running> {
    const subsequentResults = async function* () {
      yield* later;
      if (breaks) throw new Error('the rest is lost');
    };
    return startApollo(
      { sinks },
      {
        apollo: {
          legacyExperimentalExecuteIncrementally: (() => ({
            initialResult: { data: { ok: 'fine' }, hasNext: true },
            subsequentResults: subsequentResults(),
          })) as never,
        },
      },
    );
  }

  it.each([
    ['whole', [{ incremental: [{ data: { item: {} }, path: [] }], hasNext: false }], 'ok'],
    [
      'whose later part fails',
      [
        { incremental: [{ data: null, path: [], errors: [failed] }], hasNext: true },
        { hasNext: false },
      ],
      'partial',
    ],
    ['that ends without its end', [{ incremental: [], hasNext: true }], 'partial'],
  ] as const)('judges an answer in parts %s', async (_, later, expected) => {
    const running = await started(later);
    const { record, text, body } = await judged(await ask(running.url, legacy, 'query Q { ok }'));
    await running.stop();
    expect(record?.verdict, body).toEqual(text);
    expect(record?.verdict.class).toBe(expected);
    expect(record?.name).toBe('Q');
  });

  it('judges an answer whose later parts are lost by what came', async () => {
    const running = await started([], true);
    const whole = ask(running.url, legacy, '{ ok }').then((response) => response.text());
    await whole.catch(() => undefined);
    await vi.waitFor(() => expect(records).toHaveLength(1), until);
    await running.stop();
    expect(records.splice(0)[0]?.verdict).toEqual({ class: 'partial', counts: 'bad' });
  });

  it('counts an answer in parts that its client does not accept, once', async () => {
    const running = await started([{ hasNext: false }]);
    const response = await ask(running.url, `text/plain, ${legacy}; q=0`, '{ ok }');
    const { record, text } = await judged(response);
    await running.stop();
    expect([response.status, record?.status, record?.verdict]).toEqual([406, 406, text]);
  });
});
