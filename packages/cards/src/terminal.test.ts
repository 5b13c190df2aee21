import { displayWidth } from '@sekisho/words/width';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { active, english, japanese } from '../test/samples.ts';
import { barText, leaseCard, toTerminal } from './index.ts';

describe('a card in the terminal', () => {
  it('fits its width, wide characters measured right', () => {
    const reason = '遅いクエリを調べます。'.repeat(20);
    for (const width of [40, 60, 80]) {
      const text = toTerminal(leaseCard({ ...active, reason }, japanese), { colour: false, width });
      for (const line of text.split('\n'))
        expect(displayWidth(line)).toBeLessThanOrEqual(width + 1);
      expect(text).not.toMatch(/^▌ [。、]/m);
    }
  });

  it('has escape codes only where colour is wanted, and says the same without', () => {
    const coloured = toTerminal(leaseCard(active, english), { colour: true, width: 80 });
    const plain = toTerminal(leaseCard(active, english), { colour: false, width: 80 });
    expect(coloured).toContain('\u001b[31m▌');
    expect(plain).not.toContain('\u001b');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  it('passes on no control character of what people wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (reason) => {
        const text = toTerminal(
          leaseCard(
            { ...active, reason, ticket: reason, detail: reason, missing: 'denied' },
            english,
          ),
          { colour: false, width: 80 },
        );
        expect(text).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
    );
    const text = toTerminal(leaseCard({ ...active, reason: '\u001b[2J\u001b[31mred' }, english), {
      colour: false,
      width: 80,
    });
    expect(text).toContain('“red”');
  });
});

describe('the bar', () => {
  it('drains, and keeps its length', () => {
    expect(barText({ spent: 0, left: 0.5, spare: 0.5 }, 10)).toBe('█████─────┃');
    expect(barText({ spent: 0.5, left: 0.5, spare: 0 }, 10)).toBe('·····█████┃');
    expect(barText({ spent: 1, left: 0, spare: 0 }, 10)).toBe('··········┃');
    expect(barText({ spent: 0.99, left: 0.01, spare: 0 }, 10)).toBe('·········█┃');
  });
});
