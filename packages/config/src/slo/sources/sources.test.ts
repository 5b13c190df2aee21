import { describe, expect, it } from 'vitest';
import {
  check,
  type Data,
  measuredBy,
  odd,
  raw,
  service,
  source,
  told,
} from '../../../test/slo-documents.ts';

const at = 'spec.connectionDetails';
const sourceOf = (type: string, details: Data) =>
  check(service(), source('one', type, details)).config?.sources.one;
const logs = { bucket: 'shop-logs', region: 'ap-northeast-1', format: 'jsonl' };
const keys = {
  apiKeyVariable: 'SEKISHO_SOURCE_DD',
  applicationKeyVariable: 'SEKISHO_SOURCE_DD_APP',
};

describe('a data source', () => {
  it('keeps what its kind needs, and what usually is', () => {
    expect(sourceOf('s3-logs', logs)).toEqual({
      ...{ name: 'one', kind: 's3-logs', latenessMinutes: 15, ...logs },
      ...{ prefix: '', environment: null, queueUrl: null, fields: null },
    });
    expect(
      sourceOf('Log-Files', { format: 'ltsv', paths: ['/var/log/*.log'], lateness: '90s' }),
    ).toEqual({
      ...{ name: 'one', kind: 'log-files', latenessMinutes: 2, format: 'ltsv' },
      ...{ paths: ['/var/log/*.log'], fields: null },
    });
    expect(sourceOf('push', {})).toMatchObject({ kind: 'push', format: 'jsonl' });
    expect(sourceOf('datadog', keys)).toMatchObject({
      connection: { site: 'datadoghq.com', ...keys },
    });
  });

  it('may keep fields under other names than usual', () => {
    const fields = { status: ['http.code', 'code'], latency: 'took' };
    expect(sourceOf('s3-logs', { ...logs, fields, latencyUnit: 'ms' })).toMatchObject({
      fields: {
        names: { status: ['http.code', 'code'], latency: ['took'], path: expect.any(Array) },
        latencyUnit: 'ms',
      },
    });
    const fixed = source('one', 's3-logs', { ...logs, format: 'alb', fields });
    expect(told(service(), fixed)).toEqual([`fields-of-fixed-format ${at}.fields`]);
  });

  it.each<[string, string, Data, readonly string[]]>([
    ['an unknown type', 'loki', {}, ['source-kind spec.type']],
    [
      'nothing said',
      's3-logs',
      {},
      ['bucket', 'format', 'region'].map((key) => `missing ${at}`.concat(`.${key}`)),
    ],
    ['a key of another kind', 'push', { bucket: 'a' }, [`unknown-key ${at}.bucket`]],
    ['an unknown format', 's3-logs', { ...logs, format: 'xml' }, [`not-one-of ${at}.format`]],
    [
      'an unknown environment',
      's3-logs',
      { ...logs, environment: 'moon' },
      [`unknown-environment ${at}.environment`],
    ],
    ['a time that is none', 'push', { lateness: 'soon' }, [`shape ${at}.lateness`]],
    ['field names that are none', 'push', { fields: { path: 5 } }, [`shape ${at}.fields.path`]],
    [
      'a password in the address',
      'prometheus',
      { url: 'https://me:secret@p.example' },
      [`shape ${at}.url`],
    ],
    [
      'a token in a header',
      'prometheus',
      { url: 'https://p.example', headers: { Authorization: 'x' } },
      [`shape ${at}.headers.Authorization`],
    ],
    [
      'another secret of the server',
      'prometheus',
      { url: 'https://p.example', tokenVariable: 'SLACK_BOT_TOKEN' },
      [`shape ${at}.tokenVariable`],
    ],
    ['a file for an address', 'prometheus', { url: 'file:///etc/passwd' }, [`shape ${at}.url`]],
    ...(['clickhouse', 'athena'] as const).map((kind): [string, string, Data, string[]] => [
      `JSON Lines, which no SQL reads exactly, in ${kind}`,
      kind,
      {
        ...(kind === 'athena' ? { region: 'eu-west-1', database: 'logs' } : { url: 'http://ch' }),
        ...{ format: 'jsonl', table: { name: 'logs' } },
      },
      [`not-one-of ${at}.format`],
    ]),
    [
      'a table that is a statement',
      'clickhouse',
      { url: 'http://ch', format: 'alb', table: { name: 'logs; drop table logs' } },
      [`shape ${at}.table.name`],
    ],
    ['no access key', 'cloudwatch-logs', { format: 'alb' }, [`missing ${at}.accessKeyVariable`]],
    ['details that are no group', 'probe', [] as unknown as Data, [`wrong-type ${at}`]],
  ])('is refused with %s', (_, type, details, problems) => {
    expect([...told(service(), source('one', type, details))].sort()).toEqual(problems);
  });

  it.each<[string, Data, Data]>([
    [
      'cloudwatch-logs',
      { format: 'ltsv', accessKeyVariable: 'SEKISHO_SOURCE_FIREHOSE', quiet: '90s' },
      {
        ...{ latenessMinutes: 10, quietMinutes: 2, format: 'ltsv', fields: null },
        accessKeyVariable: 'SEKISHO_SOURCE_FIREHOSE',
      },
    ],
    [
      'clickhouse',
      {
        ...{ url: 'https://ch.example.com', passwordVariable: 'SEKISHO_SOURCE_CH', format: 'alb' },
        ...{ table: { name: 'logs.alb' }, lateness: '3m' },
      },
      {
        connection: {
          ...{ url: 'https://ch.example.com', passwordVariable: 'SEKISHO_SOURCE_CH' },
          table: { name: 'logs.alb' },
        },
        ...{ latenessMinutes: 3, format: 'alb', fields: null },
      },
    ],
    [
      'athena',
      {
        ...{ region: 'eu-west-1', database: 'logs', format: 'alb', workgroup: 'slo' },
        table: { name: 'alb', days: { column: 'day', form: 'yyyy/MM/dd' } },
      },
      { latenessMinutes: 15, format: 'alb', connection: { region: 'eu-west-1', workgroup: 'slo' } },
    ],
  ])('of lines that are counted, %s, is read like logs', (kind, details, kept) => {
    const slo = measuredBy(raw('one', { badWhen: { status: '5xx' } }));
    const from = source('one', kind, details);
    expect([told(service(), from, slo), odd(service(), from, slo)]).toEqual([[], []]);
    const { config } = check(service(), from, slo);
    expect(config?.sources.one).toMatchObject({ name: 'one', kind, ...kept });
    expect(config?.slos[0]?.indicator).toMatchObject({ kind: 'events', source: 'one' });
  });

  it('never shows a secret that was written where it does not belong', () => {
    const { problems } = check(service(), source('one', 'datadog', { ...keys, apiKey: 'hunter2' }));
    expect(problems.map(({ code }) => code)).toEqual(['unknown-key']);
    expect(JSON.stringify(problems.map(({ text }) => text))).not.toContain('hunter2');
  });
});
