import { createScanner, defaultSli, formatOf } from '@sekisho/counting';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesRead, shapeOf } from './lines-read.ts';

function counted(text: string) {
  const scanner = createScanner({ format: formatOf('jsonl'), sli: defaultSli, samples: 1 });
  scanner.push(Buffer.from(text));
  return scanner.end();
}

describe('lines that were read', () => {
  const fine = '{"time":"2026-10-04T00:00:00Z","path":"/","status":200,"duration":0.1}\n';

  it('are counted with those that were not understood, by reason', () => {
    const read = linesRead([counted(`${fine}${fine}not json\n{"time":"never","status":200}\n`)]);
    expect(read.lines).toBe(4);
    expect(read.unparsed.map(({ reason, lines }) => [reason, lines])).toEqual([
      ['json', 1],
      ['time', 1],
    ]);
  });

  it('are none where nothing was read', () => {
    expect(linesRead([])).toEqual({ lines: 0, unparsed: [] });
  });
});

describe('the shape of a line', () => {
  it('shows how it is written and not what it says', () => {
    expect(shapeOf('203.0.113.9 - mika [04/Oct/2026] "GET /?token=s3cr3t" 鈴木')).toBe(
      '999.9.999.9 - aaa… [99/aaa/9999] "aaa /?aaa…=a9aa9a" aa',
    );
  });

  it('holds no letter, digit or control character of the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (line) => {
        const shape = shapeOf(line);
        expect(shape.replaceAll(/[a9]/g, '')).not.toMatch(/\p{L}|\p{N}|(?!\t)\p{Cc}/u);
        expect(Array.from(shape).length).toBeLessThanOrEqual(121);
      }),
      { numRuns: 100 },
    );
  });
});
