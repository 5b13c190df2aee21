import { describe, expect, it } from 'vitest';
import { readField, slosIn, writeField } from './fields.ts';

const file = `# The shop.
apiVersion: openslo/v1
kind: Service
metadata: { name: shop }
---
apiVersion: openslo/v1
kind: SLO # a promise
metadata:
  name: shop-answers
  displayName: Shop answers # as people call it
spec:
  description: 'It''s what users see.'
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives: [{ target: 0.999 }]
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: shop-fast }
spec:
  description: |
    Long.
  timeWindow:
    - duration: 4w
  objectives:
    - targetPercent: 98.5
    - targetPercent: 90
`;

const [answers, fast] = slosIn(file);
if (answers === undefined || fast === undefined) throw new Error('no SLO was found');

describe('the usual fields of an SLO in its text', () => {
  it('are read from the document of that SLO', () => {
    expect(slosIn(file).map(({ name }) => name)).toEqual(['shop-answers', 'shop-fast']);
    const read = (name: Parameters<typeof readField>[2]) => readField(file, answers, name);
    expect(read('displayName')).toBe('Shop answers');
    expect(read('description')).toBe("It's what users see.");
    expect(read('target')).toBe('99.9');
    expect(read('window')).toBe('30d');
  });

  it('are changed in their place, and nothing else is', () => {
    const changed = [
      ['target', '99.95', '0.999 }', '0.9995 }'],
      ['window', '28d', '30d', '28d'],
      ['displayName', 'お店: 応答', 'Shop answers #', '"お店: 応答" #'],
      ['description', 'yes', "'It''s what users see.'", '"yes"'],
    ] as const;
    for (const [name, value, before, after] of changed) {
      const text = writeField(file, answers, name, value);
      expect(text).toBe(file.replace(before, after));
      const [again] = slosIn(text);
      expect(again && readField(text, again, name)).toBe(value);
    }
  });

  it('are left alone where they are several, written at length, or given no value', () => {
    expect(readField(file, fast, 'target')).toBeNull();
    expect(readField(file, fast, 'description')).toBeNull();
    expect(readField(file, fast, 'displayName')).toBeNull();
    expect(writeField(file, fast, 'target', '99')).toBe(file);
    expect(writeField(file, answers, 'target', '100')).toBe(file);
    expect(writeField(file, answers, 'target', 'high')).toBe(file);
    expect(readField(file, fast, 'window')).toBe('4w');
  });
});
