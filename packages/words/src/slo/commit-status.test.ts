import { expect, it } from 'vitest';
import { commitStatusText } from './commit-status.ts';

it('fits what GitHub takes, and ends between two characters, whatever the label is called', () => {
  for (const pad of ['', 'x']) {
    const why = { kind: 'fix', slo: 'shop', label: `${pad}${'修正🔥'.repeat(60)}` } as const;
    for (const language of ['en', 'ja'] as const) {
      const text = commitStatusText(why, 'fix', language);
      expect(text.length).toBeLessThanOrEqual(140);
      expect(text.isWellFormed()).toBe(true);
    }
  }
});
