import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIncidents } from './read-incidents.ts';

const read = (text: string) => readIncidents(Buffer.from(text), 'incidents.yaml');

describe('reading declared incidents', () => {
  it('takes times of any zone, widened to whole minutes', () => {
    const text =
      '- { id: INC-1, from: "2026-10-04T14:05:30+09:00", to: 2026-10-04T05:45:30Z }\n- { id: b, from: 2026-10-05 00:00Z, to: 2026-10-05 00:01Z }\n';
    const at = (iso: string) => Date.parse(iso) / 60_000;
    expect(read(text)).toEqual({
      problems: [],
      incidents: [
        { id: 'INC-1', from: at('2026-10-04T05:05Z'), to: at('2026-10-04T05:46Z') },
        { id: 'b', from: at('2026-10-05T00:00Z'), to: at('2026-10-05T00:01Z') },
      ],
    });
  });

  it.each([
    ['id: a', ['wrong-type']],
    ['[a]', ['not-a-map']],
    ['- { id: a, from: 2026-10-04T05:00, to: yesterday }', ['bad-moment', 'bad-moment']],
    ['- { id: a, from: 2026-02-31T05:00Z, to: 2026-13-04T05:00Z }', ['bad-moment']],
    ['- { id: a, from: 2026-10-04T05:00Z, to: 2026-10-04T05:00Z }', ['ends-too-soon']],
    ['- { from: 2026-10-04T05:00Z, to: 2026-10-04T06:00Z, end: 1 }', ['unknown-key', 'wrong-type']],
    ['- {', ['bad-yaml']],
  ])('refuses %s', (text, codes) => {
    const found = read(text).problems.map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining(codes));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, value) => {
        read(text);
        read(JSON.stringify([value]));
      }),
      { numRuns: 100 },
    );
  });
});
