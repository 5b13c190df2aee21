import { riskCodes } from '@sekisho/terraform-plan';
import { describe, expect, it } from 'vitest';
import { countFacts, driftText, planProblemText, riskText } from './index.ts';

const counts = {
  ...{ create: 0, update: 3, replace: 0, delete: 1, read: 0, noOp: 9, import: 0, move: 0 },
  ...{ forget: 0, outputs: 0, actions: 0, drift: 3 },
};

describe('words about plans', () => {
  it('count what may cost most first, and drift apart', () => {
    expect(countFacts(counts, 'en')).toEqual(['1 to destroy', '3 to change']);
    expect(countFacts(counts, 'ja')).toEqual(['削除 1', '変更 3']);
    expect(countFacts({ ...counts, update: 0, delete: 0 }, 'ja')).toEqual(['変更はありません']);
    const invoking = { ...counts, update: 0, delete: 0, actions: 1 };
    expect(countFacts(invoking, 'en')).toEqual(['1 to invoke']);
    expect(driftText(counts, 'en')).toBe('3 drifted, not shown');
    expect(driftText({ ...counts, drift: 0 }, 'en')).toBeNull();
  });

  it('tell every risk in both languages, differently', () => {
    const facts = {
      lost: 'database',
      what: 'w',
      attribute: 'a',
      from: '7',
      to: '1',
      when: 'apply',
    };
    for (const code of riskCodes) {
      const [en, ja] = [riskText({ code, facts }, 'en'), riskText({ code, facts }, 'ja')];
      expect(en).not.toMatch(/undefined/);
      expect(ja).toMatch(/[\u3040-\u9fff]/);
    }
    expect(riskText({ code: 'replace-stateful', facts: { ...facts, because: 'name' } }, 'en')).toBe(
      'replaces the database: its data is lost (because of name)',
    );
  });

  it('say what to do about a plan that cannot be read', () => {
    expect(planProblemText({ code: 'not-json' }, 'en')).toContain('terraform show -json');
    expect(planProblemText({ code: 'too-large', limit: 64 * 1024 * 1024 }, 'ja')).toContain(
      '64 MiB',
    );
  });
});
