import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Config, IndicatorConfig, SloConfig } from '@sekisho/config';
import type { Database } from '@sekisho/core';
import { type LogFiles, SourceError } from '@sekisho/core/sources';
import { defaultSli } from '@sekisho/counting';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  adaptersOf,
  clearDatabase,
  lateSlo,
  memoryStore,
  sloDays,
} from '../../../../test/support/slos.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { createLogFiles } from './log-files.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: Database;
let folder: string;
let log: string;
let config: Config;
let world: TestWorld;
/** Bytes asked of the disk since the start, but for the first kilobyte of a file, by which it is known again. */
let bytesRead = 0;
const start = '2026-05-01T10:00:30Z';
const clock = turnableClock(start);

const slo = lateSlo({ indicator: { kind: 'events', source: 'web', sli: defaultSli } });

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clearDatabase(database);
  folder = mkdtempSync(join(tmpdir(), 'sekisho-tail-'));
  log = join(folder, 'access.log');
  config = withFiles([slo], [log]);
  bytesRead = 0;
  world = await worldAgain();
});
afterEach(() => rmSync(folder, { recursive: true }));

function withFiles(slos: readonly SloConfig[], paths: readonly string[]): Config {
  const web = { name: 'web', kind: 'log-files', latenessMinutes: 1, format: 'combined' } as const;
  return { ...practiceConfig(), slos, sources: { web: { ...web, fields: null, paths } } };
}

/** What the process would be after a restart. */
function worldAgain(): Promise<TestWorld> {
  const real = createLogFiles();
  const files: LogFiles = {
    ...real,
    async *read(file, from) {
      for await (const piece of real.read(file, from)) {
        if (from > 0) bytesRead += piece.length;
        yield piece;
      }
    },
  };
  const sources = { ...adaptersOf(memoryStore()), logFiles: () => files };
  return createWorld({ database, clock, config, sources });
}

let written = 0;
/** A line of nginx, now; each is another. */
function line(status = 200, at = clock.now()): string {
  const time = at.toISOString();
  const [year, month, day] = [
    time.slice(0, 4),
    at.getUTCMonth() === 4 ? 'May' : 'Jun',
    time.slice(8, 10),
  ];
  return `192.0.2.7 - - [${day}/${month}/${year}:${time.slice(11, 19)} +0000] "GET /${(written += 1)} HTTP/1.1" ${status} 12 "-" "curl"\n`;
}

async function look(minutes = 1): Promise<void> {
  clock.turn(minutes * 60);
  await world.core.ingest();
}

async function counts(of: SloConfig = slo) {
  const days = await sloDays(world, of);
  const sum = (column: 'good' | 'bad' | 'measured') =>
    days.reduce((all, day) => all + day[column].reduce((a, b) => a + b), 0);
  return { good: sum('good'), bad: sum('bad'), minutes: sum('measured') / 60_000 };
}

const lines = (count: number, status = 200) =>
  Array.from({ length: count }, () => line(status)).join('');

describe('a log file that grows', () => {
  it('is counted as it grows, each byte once, and every minute of looking at it is measured', async () => {
    writeFileSync(log, lines(30) + lines(2, 500));
    await look();
    for (let round = 0; round < 5; round += 1) {
      appendFileSync(log, lines(10));
      await look();
    }
    await look(20);
    expect(await counts()).toEqual({ good: 80, bad: 2, minutes: 26 });
    const size = readFileSync(log).length;
    expect(bytesRead).toBeLessThan(size);
    await look();
    expect(await counts()).toMatchObject({ good: 80, bad: 2 });
  });

  it('has a line that is not whole counted when it is', async () => {
    const [whole, part] = [line(), line(503)];
    writeFileSync(log, whole + part.slice(0, 40));
    await look();
    expect(await counts()).toMatchObject({ good: 1, bad: 0 });
    appendFileSync(log, part.slice(40));
    await look();
    expect(await counts()).toMatchObject({ good: 1, bad: 1 });
  });

  it('is another log when it is as long as before and begins otherwise, also under its next name', async () => {
    writeFileSync(log, lines(2));
    await look();
    clock.turn(90);
    writeFileSync(log, lines(2));
    await look();
    expect(await counts()).toMatchObject({ good: 4 });
    clock.turn(90);
    writeFileSync(log, lines(2));
    renameSync(log, `${log}.1`);
    writeFileSync(log, lines(1));
    await look();
    expect(await counts()).toMatchObject({ good: 7 });
  });

  it('is counted when it began and was rotated while nobody looked, but not when it is of before', async () => {
    writeFileSync(`${log}.9`, lines(40));
    clock.turn(120);
    writeFileSync(log, lines(3));
    await look();
    renameSync(log, `${log}.2`);
    clock.turn(86_400);
    writeFileSync(`${log}.1`, lines(5));
    writeFileSync(log, lines(7));
    await look();
    await look();
    expect(await counts()).toMatchObject({ good: 15 });
  });

  it('is read on after a restart, and what was written meanwhile is measured when nothing was lost', async () => {
    writeFileSync(log, lines(20));
    await look();
    await look();
    appendFileSync(log, lines(5, 500));
    world = await worldAgain();
    await look(60);
    expect(await counts()).toEqual({ good: 20, bad: 5, minutes: 62 });
  });

  it('is not said to have been watched while it was away', async () => {
    writeFileSync(log, lines(20));
    await look();
    await look();
    unlinkSync(log);
    clock.turn(3600);
    writeFileSync(log, lines(5, 500));
    await look();
    const { good, bad, minutes } = await counts();
    expect([good, bad]).toEqual([20, 5]);
    expect(minutes).toBeLessThan(5);
  });

  it('that does not exist yet is waited for', async () => {
    await look();
    writeFileSync(log, '');
    await look();
    appendFileSync(log, lines(3));
    await look();
    expect(await counts()).toMatchObject({ good: 3 });
  });
});

describe('rotation', () => {
  it('by renaming loses nothing, though only the first name is followed', async () => {
    writeFileSync(log, lines(20));
    await look();
    appendFileSync(log, lines(4));
    renameSync(log, `${log}.1`);
    writeFileSync(log, lines(7, 500));
    await look();
    appendFileSync(`${log}.1`, lines(1));
    renameSync(`${log}.1`, `${log}.2`);
    await look();
    expect(await counts()).toMatchObject({ good: 25, bad: 7 });
  });

  it('by renaming and compressing counts what had not been read before, and nothing twice', async () => {
    writeFileSync(log, lines(20));
    await look();
    appendFileSync(log, lines(4));
    writeFileSync(`${log}.1.gz`, gzipSync(readFileSync(log)));
    unlinkSync(log);
    writeFileSync(log, lines(7, 500));
    await look();
    await look();
    await look();
    expect(await counts()).toMatchObject({ good: 24, bad: 7 });
  });

  it('by copying and emptying counts what only the copy has', async () => {
    writeFileSync(log, lines(20));
    await look();
    appendFileSync(log, lines(4));
    copyFileSync(log, `${log}.1`);
    truncateSync(log);
    appendFileSync(log, lines(2, 500));
    await look();
    await look();
    appendFileSync(log, lines(60, 500));
    await look();
    expect(await counts()).toMatchObject({ good: 24, bad: 62 });
  });

  it('that writes more than was there between two looks is seen by how the file begins', async () => {
    writeFileSync(log, lines(20));
    await look();
    truncateSync(log);
    appendFileSync(log, lines(90, 500));
    await look();
    expect(await counts()).toMatchObject({ good: 20, bad: 90 });
  });

  it('leaves old files beside the log alone, but counts those that a pattern names', async () => {
    writeFileSync(`${log}.2.gz`, gzipSync(lines(50, 500)));
    writeFileSync(`${log}.1`, lines(50, 500));
    writeFileSync(log, lines(20));
    for (let pass = 0; pass < 3; pass += 1) await look();
    expect(await counts()).toMatchObject({ good: 20, bad: 0 });
    await clearDatabase(database);
    config = withFiles([slo], [join(folder, 'access.log*')]);
    world = await worldAgain();
    for (let pass = 0; pass < 3; pass += 1) await look();
    expect(await counts()).toMatchObject({ good: 20, bad: 100 });
  });
});

it('counts all that is still there for a definition that is new', async () => {
  writeFileSync(log, lines(20) + lines(3, 404));
  await look();
  renameSync(log, `${log}.1`);
  writeFileSync(log, lines(7));
  await look();
  const indicator: IndicatorConfig = {
    ...{ kind: 'events', source: 'web' },
    sli: { goodWhen: { status: [{ from: 200, to: 200 }] } },
  };
  const strict = lateSlo({ id: 'strict', indicator });
  config = withFiles([slo, strict], [log]);
  world = await worldAgain();
  await look();
  appendFileSync(log, lines(1, 404));
  await look();
  await look();
  expect(await counts(strict)).toMatchObject({ good: 27, bad: 4 });
  expect(await counts()).toMatchObject({ good: 31, bad: 0 });
});

it('says that another file lies at a path now', async () => {
  const files = createLogFiles();
  writeFileSync(log, 'one\n');
  const [file] = await files.list([log]);
  if (file === undefined) throw new Error('the file was not found');
  // The inode of the first must not be free for the second.
  renameSync(log, join(folder, 'kept'));
  writeFileSync(log, 'two\n');
  const read = async () => {
    for await (const piece of files.read(file, 0)) return piece.length;
    return 0;
  };
  await expect(read()).rejects.toMatchObject({ code: 'gone' });
  unlinkSync(log);
  await expect(read()).rejects.toBeInstanceOf(SourceError);
});
