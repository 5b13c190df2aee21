import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningEngine } from '../../../../test/support/chdb.ts';
import {
  createScanner,
  defaultSli,
  type FieldMap,
  formats,
  type LogFormat,
  mappedFormats,
  type Sli,
} from '../../src/index.ts';
import {
  compileSql,
  dialects,
  filesIn,
  spanSql,
  tableOf,
  UnsupportedFormat,
} from '../../src/sql/index.ts';
import { formatNamed } from '../count-bytes.ts';
import { openDuckdb } from './engines.ts';
import { answeredRows, expectedRows } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'sekisho-sql-'));
let engine: RunningEngine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await engine.close();
});

function scanned(text: string, format: LogFormat, sli: Sli) {
  const scanner = createScanner({ format, sli });
  scanner.push(Buffer.from(text));
  return expectedRows(scanner.end());
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const alb = (second: string, status: number) =>
  `h2 2026-10-04T00:${second}Z app/w/1 203.0.113.9:5000 10.0.0.1:80 0.000 0.100 0.000 ${status} ${status} 34 366 "GET https://www.example.com:443/日?q=1 HTTP/2.0" "curl" - - arn "Root=1"`;

describe('LTSV under other names', () => {
  const [mapped] = [mappedFormats.ltsv];
  const names: FieldMap['names'] = {
    time: ['t', "it's"],
    status: ['(.*)', 'a:b'],
    latency: ['took', '日'],
    method: ['t'],
    path: ['p\\'],
    host: [],
    client: [''],
    agent: ['took'],
  };
  const sli: Sli = {
    goodWhen: { not: { slowerThan: 300_000 } },
    filter: { not: { field: 'path', matches: ['/x?'] } },
    excludedWhen: {
      any: [
        { field: 'host', matches: ['*'] },
        { field: 'agent', matches: ['*'] },
      ],
    },
  };
  const lines = [
    '300',
    '300.0001',
    '0.3',
    '32.001',
    '2.007',
    '-',
    '',
    '1e2',
    '1234567890123456',
    '.5',
    '5.',
    'x',
  ].flatMap((took) => [
    `t:2026-10-04T00:01:02Z\t(.*):200\ttook:${took}\tp\\:/x`,
    `it's:1791072062\t(.*):503\t日:${took}\tp\\:/xy?z`,
    `t:2026-10-04T00:02:02Z\t(.*):200\ttook:1\t日:${took}\t:c`,
    `t:2026-10-04T00:02:02Z\ta:b:200\ttook:${took}`,
  ]);

  it.each(['s', 'ms', 'us', 'ns'] as const)(
    'counts latencies in %s as the scanner does',
    async (latencyUnit) => {
      const format = mapped?.withFields({ names, latencyUnit });
      if (format === undefined) throw new Error('no LTSV');
      const values = lines.map((line) => `(${dialects.duckdb.literal(line)})`);
      const sql = compileSql({
        dialect: dialects.duckdb,
        format,
        sli,
        lines: `(VALUES ${values.join(', ')}) AS logs(line)`,
      });
      expect(answeredRows(await engine.ask(sql))).toEqual(scanned(lines.join('\n'), format, sli));
    },
  );
});

describe('files that DuckDB reads as they lie', () => {
  const text = [alb('01:02.5', 200), '', alb('01:59', 503), 'nothing', alb('03:00', 200), ''].join(
    '\n',
  );
  const ask = (...files: readonly string[]) =>
    engine.ask(
      compileSql({
        dialect: dialects.duckdb,
        format: formatNamed('alb'),
        sli: defaultSli,
        lines: filesIn.duckdb(files),
      }),
    );

  it('are counted as the scanner counts them: plain, compressed, with CRLF, by pattern', async () => {
    const raw = Buffer.concat([
      Buffer.from(`${text}\n`),
      Buffer.from([0x00, 0x01, 0x09]),
      Buffer.from(text),
    ]);
    fileOf("it's a.log", raw);
    fileOf("it's b.log.gz", gzipSync(raw));
    fileOf("it's c.log", text.replaceAll('\n', '\r\n'));
    const scanner = createScanner({ format: formatNamed('alb'), sli: defaultSli });
    for (const bytes of [raw, Buffer.from('\n'), raw, Buffer.from('\n'), Buffer.from(text)])
      scanner.push(bytes);
    expect(answeredRows(await ask(join(folder, "it's *")))).toEqual(expectedRows(scanner.end()));
  });

  it('are refused when they are not UTF-8, rather than counted otherwise', async () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0a])]);
    await expect(ask(fileOf('bytes.log', bytes))).rejects.toThrow(/utf-8/i);
  });

  it('are refused when a carriage return stands amid a line, rather than counted otherwise', async () => {
    await expect(ask(fileOf('return.log', `${text}\nh2 \r x\n`))).rejects.toThrow(/CSV/);
  });
});

describe('a statement about some minutes', () => {
  const table = {
    name: 'logs.alb',
    column: 'raw "line"',
    days: { column: 'day', form: 'yyyy/MM/dd' as const },
  };
  const question = { format: formatNamed('alb'), sli: defaultSli, table };
  const from = Date.UTC(2026, 9, 4, 0, 1) / 60_000;

  it('counts those alone, and reads the days in which their files may lie alone', async () => {
    await engine.ask('CREATE SCHEMA logs');
    await engine.ask('CREATE TABLE logs.alb ("raw ""line""" VARCHAR, day VARCHAR)');
    const held: readonly (readonly [string, string])[] = [
      [alb('00:59', 200), '2026/10/04'],
      [alb('01:00', 200), '2026/10/04'],
      [alb('02:59', 500), '2026/10/05'],
      [alb('03:00', 200), '2026/10/04'],
      [alb('02:00', 200), '2026/10/03'],
      [alb('02:00', 200), '2026/10/06'],
      ['nothing', '2026/10/04'],
    ];
    for (const [line, day] of held) {
      await engine.ask(`INSERT INTO logs.alb VALUES ('${line}', '${day}')`);
    }
    const rows = await engine.ask(spanSql(dialects.duckdb, question, { from, to: from + 2 }));
    expect(
      rows.map(({ minute, good, bad, unparsed }) => [
        minute,
        Number(good),
        Number(bad),
        Number(unparsed),
      ]),
    ).toEqual([
      ['2026-10-04T00:01:00Z', 1, 0, 0],
      ['2026-10-04T00:02:00Z', 0, 1, 0],
      [null, 0, 0, 1],
    ]);
  });

  it('names tables by their parts, each quoted by itself', () => {
    expect(tableOf(dialects.clickhouse, { name: 'a`b.c' })).toBe('`a\\`b`.`c`');
    expect(tableOf(dialects.athena, { name: 'cat.db.t"x' })).toBe('"cat"."db"."t""x"');
  });
});

describe('what SQL cannot count', () => {
  const ask = (format: LogFormat, sli: Sli) =>
    compileSql({ dialect: dialects.athena, format, sli, lines: 'logs' });

  it('is refused: JSON, which engines read differently', () => {
    const { jsonl } = formats;
    if (jsonl === undefined) throw new Error('no JSON Lines');
    expect(() => ask(jsonl, defaultSli)).toThrow(UnsupportedFormat);
  });

  it('is refused: numbers that are none, which could be SQL', () => {
    const text = '0) OR (1 = 1' as unknown as number;
    for (const value of [text, Number.NaN, 200.5]) {
      expect(() =>
        ask(formatNamed('alb'), { goodWhen: { status: [{ from: value, to: 999 }] } }),
      ).toThrow(RangeError);
    }
    for (const value of [text, Number.NaN]) {
      expect(() => ask(formatNamed('alb'), { goodWhen: { slowerThan: value } })).toThrow(
        RangeError,
      );
    }
  });
});
