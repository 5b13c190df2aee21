import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createScanner, defaultSli, formats, type LogFormat } from '@sekisho/counting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClickhouse } from '../../../test/support/chdb.ts';
import { createClickhouseSource } from '../src/index.ts';

const chdb = process.env.SEKISHO_CHDB;
// Without the engine there is nothing to ask, which CI does not let pass.
const absent = chdb === undefined && process.env.SEKISHO_REQUIRE_CHDB !== '1';

const alb = formats.alb as LogFormat;
const line = (time: string, status: number) =>
  `h2 ${time} app/w/1 203.0.113.9:5000 10.0.0.1:80 0.000 0.100 0.000 ${status} ${status} 34 366 "GET https://a:443/ HTTP/2.0" "curl" - - arn "Root=1"`;
const log = Buffer.concat([
  Buffer.from(
    [line('2026-10-04T00:00:59Z', 200), line('2026-10-04T00:01:00.5Z', 503), ''].join('\n'),
  ),
  Buffer.from([0xff, 0x0a]),
  Buffer.from([line('2026-10-04T00:02:00Z', 200), line('2026-10-04T00:01:59Z', 499)].join('\r\n')),
]);

describe("a ClickHouse source before ClickHouse's own engine", () => {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-clickhouse-'));
  const closing: (() => unknown)[] = [];
  let url = '';

  beforeAll(async () => {
    if (absent) return;
    const file = join(folder, 'alb.log');
    writeFileSync(file, log);
    const engine = await openClickhouse(chdb ?? '');
    // What the server would do: the engine answers the statement as it was sent, in the format that it names.
    const server = createServer((request, response) => {
      void text(request).then(async (sql) => {
        response.end(
          await engine.text(sql.replace('`logs`.`alb`', `file('${file}', 'LineAsString')`)),
        );
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    closing.push(
      () => engine.close(),
      () => server.close(),
    );
  });
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(absent)(
    `counts the minutes of a span as the scanner does${absent ? ' (skipped: SEKISHO_CHDB names no folder with chdb)' : ''}`,
    { timeout: 60_000 },
    async () => {
      const source = createClickhouseSource({
        url,
        format: alb,
        sli: defaultSli,
        table: { name: 'logs.alb' },
      });
      closing.push(() => source.close());
      const scanner = createScanner({ format: alb, sli: defaultSli });
      scanner.push(log);
      const from = Date.UTC(2026, 9, 4, 0, 1) / 60_000;
      const wanted = scanner.end().minutes.filter(({ minute }) => minute >= from);
      expect(wanted.length).toBe(2);
      expect(await source.read({ from, to: from + 10 })).toEqual(
        wanted.map((each) => ({ ...each, clientErrors: 0, measured: 60_000 })),
      );
    },
  );
});
