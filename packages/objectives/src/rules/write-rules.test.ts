import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { made, specOf } from './sample-rules.ts';
import { writeRules } from './write-rules.ts';

describe('the file that is written', () => {
  it('reads back as the same data, whatever the labels hold', () => {
    const odd = fc.constantFrom(
      'on',
      'yes',
      '010',
      '1e3',
      '~',
      'null',
      ' a',
      'a: b',
      '# c',
      '"',
      "'",
      'line\nbreak',
      '\u0085',
    );
    const values = fc.oneof(odd, fc.string({ minLength: 1, unit: 'grapheme' }));
    fc.assert(
      fc.property(values, (value) => {
        const { documents } = made(specOf(99.9), { extraLabels: { odd: value } });
        expect(parse(writeRules(documents, 'sloth'))).toEqual(documents[0]);
      }),
    );
  });

  it('quotes what older readers would take for true', () => {
    const { documents } = made(specOf(99.9), { extraLabels: { a: 'on', b: 'yes', c: 'no' } });
    const text = writeRules(documents, 'sloth');
    expect(text).toContain('a: "on"\n');
    expect(parse(text, { version: '1.1' })).toEqual(documents[0]);
  });
});
