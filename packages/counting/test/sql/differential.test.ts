import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row, RunningEngine } from '../../../../test/support/chdb.ts';
import { formats, type Sli } from '../../src/index.ts';
import { compileSql, sqlFormats } from '../../src/sql/index.ts';
import { countBytes } from '../count-bytes.ts';
import { anySli } from './conditions.ts';
import { cornerSlis, cornersOf } from './corners.ts';
import { absence, judges } from './judges.ts';
import { logs } from './log-lines.ts';
import { answeredRows, expectedRows } from './rows.ts';

describe.each(judges)('$name', { timeout: 60_000 }, (judge) => {
  const { name, dialect, open, lines, held = (log) => log, runs } = judge;
  const absent = absence(judge);
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-sql-'));
  let engine: RunningEngine;
  beforeAll(async () => {
    if (absent === null) engine = await open();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await engine?.close();
  });

  /** All cases in one question. */
  async function answers(
    format: string,
    cases: readonly Case[],
  ): Promise<readonly (readonly Row[])[]> {
    const parts = cases.map(({ log, sli }, index) => {
      const file = join(folder, `${index}.log`);
      writeFileSync(file, log);
      const named = formats[format];
      if (named === undefined) throw new Error(`no format ${format}`);
      const sql = compileSql({ dialect, format: named, sli, lines: lines(file) });
      const route = (sli.routes ?? []).length > 0 ? 'route' : 'NULL AS route';
      return `SELECT ${index} AS one, ${route}, minute, total, good, bad, excluded, unparsed FROM (${sql}) AS each_${index}`;
    });
    const rows = await engine.ask(parts.join('\nUNION ALL\n'));
    return cases.map((_, index) => rows.filter(({ one }) => Number(one) === index));
  }

  async function expectTheSame(format: string, cases: readonly Case[]): Promise<void> {
    const answered = await answers(format, cases);
    cases.forEach(({ log, sli }, index) => {
      const counted = expectedRows(countBytes(log, { format, sli }));
      const told = `${name}: ${JSON.stringify(sli)}\n${log.toString('latin1')}`;
      expect(answeredRows(answered[index] ?? []), told).toEqual(counted);
    });
  }

  const skipped = absent === null ? '' : ` (${absent})`;
  const eachFormat = it.skipIf(absent !== null).for(sqlFormats);

  eachFormat(`counts any log of the format %s as the scanner does${skipped}`, async (format) => {
    const log = logs[format];
    if (log === undefined) throw new Error(`no logs of ${format}`);
    const one = fc.record({ log: log.map(withoutMarks).map(held), sli: anySli });
    const several = fc.array(one, { minLength: 12, maxLength: 12 });
    const same = fc.asyncProperty(several, (cases) => expectTheSame(format, cases));
    await fc.assert(same, { numRuns: runs, endOnFailure: true });
  });

  eachFormat(
    `reads every corner of the format %s as the scanner does${skipped}`,
    async (format) => {
      const log = cornersOf(format);
      await expectTheSame(
        format,
        cornerSlis.map((sli) => ({ log, sli })),
      );
    },
  );
});

interface Case {
  readonly log: Buffer;
  readonly sli: Sli;
}

/** A row does not know whether it was a file's first: SQL takes a byte order mark from any line, the scanner from the first. */
function withoutMarks(log: Buffer): Buffer {
  const text = log.toString('latin1');
  return Buffer.from(text.replace(/\n(?:\u00ef\u00bb\u00bf)+/g, '\n'), 'latin1');
}
