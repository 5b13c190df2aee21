import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeMetrics, readExposition, usualWanted } from '../../src/doctor/index.ts';
import { takesMetrics, withoutPromtool } from '../promtool.ts';

/* Expositions that are right, or wrong in one way; promtool says which. */
const documents = [
  'a 1\n',
  'a{} 1\n',
  'a{b="c"} 1\n',
  'a{b="c",} 1\n',
  'a { b = "c" } 1\n',
  'a{b="c" , d="e"} 1 1395066363000\n',
  'a\t1\n',
  'a{b="\\"\\\\\\n"} 1\n',
  'a{b="\\x"} 1\n',
  'a{b="c} 1\n',
  'a{b="c"\n',
  'a{b=c} 1\n',
  'a{="c"} 1\n',
  'a{b="c",b="d"} 1\n',
  'a{b="c" d="e"} 1\n',
  'a{,} 1\n',
  'a{__name__="b"} 1\n',
  'a{1b="c"} 1\n',
  'a{b:c="d"} 1\n',
  'a:b_c9 1\n',
  '9a 1\n',
  'a-b 1\n',
  'a\n',
  'a one\n',
  'a 1 soon\n',
  'a 1 1 1\n',
  'a +Inf\na2 -Inf\na3 NaN\na4 1e5\na5 .5\na6 5.\na7 +1\n',
  'a 1_000\n',
  'a 0x1p-2\n',
  'a 1,5\n',
  'a infinity\n',
  '# a comment\na 1\n',
  '#\n# TYPE\n# HELP\na 1\n',
  '# TYPE a counter\na 1\n',
  '# TYPE a nothing\na 1\n',
  '# TYPE a counter\n# TYPE a counter\na 1\n',
  'a 1\n# TYPE a counter\n',
  '# TYPE a histogram\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
  'a{b="日本語"} 1\n',
  '\n\n   \na 1\n',
  '  a 1\n',
];

const fixtures = fileURLToPath(new URL('metrics/', import.meta.url));

describe('reading an exposition', () => {
  it.skipIf(withoutPromtool)(
    'takes what promtool takes and refuses what it refuses (promtool needed)',
    { timeout: 60_000 },
    () => {
      const differing = documents.filter(
        (text) => (readExposition(text).bad.count === 0) !== takesMetrics(text),
      );
      expect(differing).toEqual([]);
    },
  );

  it.skipIf(withoutPromtool)(
    'has fixtures that promtool takes, but for the one that is broken (promtool needed)',
    { timeout: 60_000 },
    () => {
      const refused = readdirSync(fixtures).filter((name) => {
        const text = readFileSync(`${fixtures}${name}`, 'utf8');
        // promtool reads the older text format only.
        return !text.startsWith('# openmetrics') && !takesMetrics(text);
      });
      expect(refused).toEqual(['bad-exposition.prom']);
    },
  );

  it('gives back every label and value that was written, whatever is in them', () => {
    const label = fc.tuple(
      fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_]{0,8}$/),
      fc.string({ unit: 'grapheme' }),
    );
    const labels = fc.uniqueArray(label, { selector: ([name]) => name, maxLength: 4 });
    fc.assert(
      fc.property(labels, fc.double({ noNaN: true, noDefaultInfinity: true }), (pairs, value) => {
        const written = pairs.map(([name, text]) => `${name}="${escaped(text)}"`).join(',');
        const { families, bad } = readExposition(`m_total{${written}} ${value}\n`);
        expect(bad.count).toBe(0);
        const [sample] = families[0]?.samples ?? [];
        expect([...(sample?.labels ?? [])]).toEqual(pairs);
        // JavaScript writes -0 as 0.
        expect(sample?.value).toBe(value + 0);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws and never judges wrongly shaped lines as metrics, whatever comes', () => {
    const piece = fc.constantFrom(
      'http_requests_total',
      '{',
      '}',
      '"',
      '\\',
      ',',
      '=',
      ' ',
      '\n',
      '#',
      'le',
      '1',
      'NaN',
      '# TYPE ',
      'histogram',
      '_bucket',
      '+Inf',
      '\u0000',
      '日',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const exposition = readExposition(pieces.join(''));
        expect(exposition.kept).toBeLessThanOrEqual(pieces.length);
        judgeMetrics({ exposition, wanted: usualWanted, seconds: 1000 });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps no more series than it may, counts all, and finds the label that explodes', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, user) => `http_requests_total{user="u${user}",code="200"} 1`,
    );
    const text = `# TYPE http_requests_total counter\n${lines.join('\n')}\n`;
    const exposition = readExposition(text, { series: 1000, lineLength: 200 });
    expect([exposition.seen, exposition.kept]).toEqual([3000, 1000]);
    const { slis, findings } = judgeMetrics({ exposition, wanted: usualWanted, seconds: null });
    expect(slis).toEqual([]);
    expect(findings).toMatchObject([
      { code: 'exploding-label', evidence: { label: 'user', values: 1000 } },
    ]);
  });

  it('reads no line that is longer than any should be, and names each bad line by its number', () => {
    const text = `a 1\nb{c="${'x'.repeat(500)}"} 1\nd oops\n`;
    const { bad, families } = readExposition(text, { series: 10, lineLength: 200 });
    expect(bad.first.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'too-long'],
      [3, 'value'],
    ]);
    expect(families.map(({ name }) => name)).toEqual(['a']);
  });

  it('reads a line of brackets and quotes without end in time', () => {
    const text = `a{b="${'\\"'.repeat(45_000)}`;
    expect(readExposition(text).bad.count).toBe(1);
  });

  it('reads a last line without its newline, as Prometheus does (promtool does not)', () => {
    expect(readExposition('a 1').bad.count).toBe(0);
  });

  it('stops at the end that OpenMetrics marks, and reads names in quotes', () => {
    const { families } = readExposition('{"http.requests",code="200"} 5\n# EOF\nlate 1\n');
    expect(families.map(({ name }) => name)).toEqual(['http.requests']);
    expect(families[0]?.samples[0]?.labels.get('code')).toBe('200');
  });
});

function escaped(text: string): string {
  return text.replace(/[\\"\n]/g, (found) => (found === '\n' ? '\\n' : `\\${found}`));
}
