import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBytes } from '../../test/count-bytes.ts';
import { createLineSplitter } from './line-splitter.ts';

function split(bytes: Buffer, lengths: readonly number[], longest: number): readonly string[] {
  const lines: string[] = [];
  const splitter = createLineSplitter(longest, (chunk, from, to) => {
    lines.push(chunk.toString('latin1', from, to));
  });
  let at = 0;
  for (const length of [...lengths, bytes.length]) {
    splitter.push(Buffer.from(bytes.subarray(at, at + length)));
    at = Math.min(bytes.length, at + length);
  }
  splitter.end();
  return lines;
}

describe('the line splitter', () => {
  it('cuts as splitting the whole text does, and cuts long lines short, whatever the chunks', () => {
    const texts = fc.string({ unit: fc.constantFrom('\n', 'a', 'b', '\r'), maxLength: 200 });
    const cuts = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 });
    fc.assert(
      fc.property(texts, cuts, fc.integer({ min: 1, max: 30 }), (text, lengths, longest) => {
        const lines = text.split('\n').map((line) => line.slice(0, longest));
        if (lines.at(-1) === '') lines.pop();
        expect(split(Buffer.from(text), lengths, longest)).toEqual(lines);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells of a line that is too long, and counts those after it', () => {
    const good = 'http 2026-10-04T00:01:00Z lb c t 1 1 1 200\n';
    const log = Buffer.from(`${good}${'x'.repeat(5000)}\n${good}`);
    for (const cuts of [[], [100, 100, 3000], Array.from({ length: log.length }, () => 1)]) {
      const found = countBytes(log, { cuts, longest: 1000 });
      expect(found).toMatchObject({ lines: 3, minutes: [{ good: 2 }] });
      expect(found.unparsed).toMatchObject([
        { reason: 'too-long', count: 1, samples: [{ line: 2 }] },
      ]);
      expect(found.unparsed[0]?.samples[0]?.text).toHaveLength(200);
    }
  });
});
