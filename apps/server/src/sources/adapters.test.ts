import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceConfig } from '@sekisho/config';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lateSlo, lateSource } from '../../../../test/support/slos.ts';
import { practiceConfig } from '../../../../test/support/world.ts';
import { createSourceAdapters } from './adapters.ts';

vi.setConfig({ testTimeout: 60_000 });

let server: Server;
let url: string;
let asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
let adapters: ReturnType<typeof createSourceAdapters>;

const listing = `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult><Name>logs</Name><KeyCount>1</KeyCount><IsTruncated>false</IsTruncated>
<Contents><Key>a%20b.gz</Key><LastModified>2026-05-01T00:00:00.000Z</LastModified>
<ETag>&quot;e1&quot;</ETag><Size>3</Size></Contents></ListBucketResult>`;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    const isS3 = request.url?.includes('list-type=2') === true;
    const isHuge = request.url?.startsWith('/huge/') === true;
    response.writeHead(isS3 || isHuge ? 200 : 400, { 'content-type': 'application/xml' });
    response.end(isS3 ? listing : isHuge ? Buffer.alloc(9 * 1024 * 1024, ' ') : 'no');
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  adapters = createSourceAdapters({
    ...{ config: practiceConfig, now: () => Date.parse('2026-05-01T12:00:00Z') },
    secret: (name) => (name === 'SEKISHO_SOURCE_TOKEN' ? 'hush' : undefined),
    ...{ awsEndpoint: url, logFolder: null, probeRecord: () => ({ results: async () => [] }) },
  });
});
afterEach(async () => {
  adapters.close();
  server.closeAllConnections();
  await new Promise((down) => server.close(down));
});

const span = { from: 29_626_000, to: 29_626_010 };

function minutes(kind: string, connection: object, query: Record<string, unknown>) {
  const source = { name: 'm', kind, latenessMinutes: 2, connection } as SourceConfig;
  const slo = lateSlo({ indicator: { kind: 'measured', source: 'm', query } });
  return adapters.minuteSource(slo, source);
}

describe('the adapters of sources', () => {
  it('list a bucket, and keep what they are made of', async () => {
    const store = adapters.logStore(lateSource);
    const objects: unknown[] = [];
    for await (const object of store.list('AWSLogs/')) objects.push(object);
    expect(objects).toMatchObject([{ key: 'a b.gz', etag: 'e1', size: 3 }]);
    expect(asked[0]?.path).toMatch(/^\/logs\/?\?.*prefix=AWSLogs/);
    expect(adapters.logStore({ ...lateSource })).toBe(store);
    expect(adapters.logStore({ ...lateSource, bucket: 'other' })).not.toBe(store);
    expect(adapters.logNotices(lateSource)).toBeNull();
  });

  it('send a Prometheus the token that its definition names', async () => {
    const connection = { url, tokenVariable: 'SEKISHO_SOURCE_TOKEN' };
    const source = minutes('prometheus', connection, { kind: 'ratio', gauge: 'up', of: 'good' });
    await expect(source?.read(span)).rejects.toMatchObject({ code: 'refused' });
    expect(asked[0]?.headers.authorization).toBe('Bearer hush');
  });

  it('ask for a preview with the same token, within narrower bounds', async () => {
    const ask = (address: string) => {
      const connection = { url: address, tokenVariable: 'SEKISHO_SOURCE_TOKEN' };
      const source = { name: 'm', kind: 'prometheus', latenessMinutes: 2, connection };
      const query = { kind: 'ratio', gauge: 'up', of: 'good' };
      const slo = lateSlo({ indicator: { kind: 'measured', source: 'm', query } });
      const one = adapters.sourceForPreview(slo, source as SourceConfig);
      return one?.read({ from: span.from, to: span.from + 1 }).finally(one.close);
    };
    await expect(ask(url)).rejects.toMatchObject({ code: 'refused' });
    expect(asked[0]?.headers.authorization).toBe('Bearer hush');
    await expect(ask(`${url}/huge`)).rejects.toThrow('more than 8388608 bytes');
  });

  it('say which variable is not set, and which environment is not known', () => {
    const query = { total: 'sum:a{*}', bad: 'sum:b{*}' };
    const variables = { apiKeyVariable: 'SEKISHO_SOURCE_A', applicationKeyVariable: 'x' };
    expect(() => minutes('datadog', { site: 'datadoghq.com', ...variables }, query)).toThrow(
      'SEKISHO_SOURCE_A is not set',
    );
    expect(() => adapters.logStore({ ...lateSource, environment: 'mars' })).toThrow('mars');
  });

  it('ask AWS for alarms and metrics', async () => {
    const connection = { region: 'ap-northeast-1' };
    const metric = { namespace: 'AWS/ApplicationELB', name: 'RequestCount' };
    const sli = { kind: 'counts', total: [metric], bad: [metric] };
    for (const source of [
      minutes('alarms', connection, { alarmName: 'shop-down' }),
      minutes('cloudwatch', connection, sli),
    ])
      await expect(source?.read(span)).rejects.toMatchObject({ name: 'SourceError' });
    expect(asked.length).toBeGreaterThan(1);
  });

  it('ask ClickHouse, and Athena, to count the lines of a table by the SLI', async () => {
    const table = { name: 'logs.alb' };
    const connection = { url, table, username: 'reader', passwordVariable: 'SEKISHO_SOURCE_TOKEN' };
    const sli = { goodWhen: { not: { status: [{ from: 500, to: 599 }] } } };
    const of = (kind: 'clickhouse' | 'athena', more: object) =>
      adapters.minuteSource(lateSlo({ indicator: { kind: 'events', source: 'm', sli } }), {
        ...{ name: 'm', kind, latenessMinutes: 2, format: 'alb', fields: null },
        connection: more as Record<string, unknown>,
      });
    const clickhouse = of('clickhouse', connection);
    await expect(clickhouse?.read(span)).rejects.toMatchObject({ name: 'SourceError' });
    const basic = Buffer.from('reader:hush').toString('base64');
    expect(asked.at(-1)?.headers.authorization).toBe(`Basic ${basic}`);
    const place = { region: 'ap-northeast-1', database: 'logs' };
    const athena = of('athena', { ...place, table });
    await expect(athena?.read(span)).rejects.toMatchObject({ name: 'SourceError' });
    expect(asked.at(-1)?.headers['x-amz-target']).toBe('AmazonAthena.StartQueryExecution');
    expect(() => of('clickhouse', { ...connection, passwordVariable: 'SEKISHO_SOURCE_B' })).toThrow(
      'SEKISHO_SOURCE_B is not set',
    );
    expect(() => of('athena', { ...place, table, environment: 'mars' })).toThrow('mars');
  });

  it('know what they cannot read', () => {
    expect(minutes('push', {}, { url })).toBeNull();
  });
});
