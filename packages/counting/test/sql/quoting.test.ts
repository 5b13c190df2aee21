import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningEngine } from '../../../../test/support/chdb.ts';
import { globPattern } from '../../src/sql/glob-pattern.ts';
import { dialects, engines } from '../../src/sql/index.ts';
import { absence, judges } from './judges.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    "'",
    "''",
    "\\'",
    '\\',
    '`',
    '"',
    "'; DROP TABLE logs; --",
    '\u0000',
    '\r\n',
    '${x}',
    '{x:String}',
    '\u2028',
    "'/*",
  ),
  fc
    .array(fc.constantFrom("'", '\\', '"', '`', 'n', '0', '\u0000', '\u0085', '日', '👋'), {
      maxLength: 8,
    })
    .map((all) => all.join('')),
);

describe.each(judges)('$name', (judge) => {
  const { dialect, open } = judge;
  const absent = absence(judge);
  const skipped = absent === null ? '' : ` (${absent})`;
  let engine: RunningEngine;
  beforeAll(async () => {
    if (absent === null) engine = await open();
  });
  afterAll(async () => engine?.close());

  it.skipIf(absent !== null)(`reads every text as the text that was meant${skipped}`, async () => {
    const texts = fc.sample(hostile, 60).filter((text) => text.isWellFormed());
    const columns = texts.map((text, index) => `${dialect.literal(text)} AS c${index}`);
    const [row = {}] = await engine.ask(`SELECT ${columns.join(', ')}`);
    expect(Object.values(row)).toEqual(texts);
  });

  it.skipIf(absent !== null)(`reads every name as one name${skipped}`, async () => {
    // Nothing is called by nothing, DuckDB's names hold no NUL, and a row here is an object.
    const named = hostile.filter(
      (name) =>
        name.isWellFormed() && name !== '' && name !== '__proto__' && !name.includes('\u0000'),
    );
    for (const name of fc.sample(named, 30)) {
      const [row = {}] = await engine.ask(`SELECT 1 AS ${dialect.identifier(name)}`);
      expect(Object.keys(row)).toEqual([name]);
    }
  });
});

describe.each(engines)('patterns for %s', (engine) => {
  it('hold no character that SQL, regular expressions or people could take for something else', () => {
    const { alphabet } = dialects[engine];
    fc.assert(
      fc.property(hostile, (text) => {
        // Outside of the operators that `*` and `?` became, only letters, digits, `_`, `/`, `-` and escapes.
        expect(alphabet.exactly(text)).toMatch(
          /^(?:[A-Za-z0-9_/-]|\\x[0-9a-f]{2}|\\x\{[0-9a-f]{2,6}\})*$/,
        );
        expect(globPattern(text, alphabet)).not.toMatch(/['`]/);
      }),
    );
  });
});
