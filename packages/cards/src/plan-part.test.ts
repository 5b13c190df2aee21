import type { Risk } from '@sekisho/terraform-plan';
import { describe, expect, it } from 'vitest';
import { type Card, planParts, slackLimits, toBlocks, toHtml, toTerminal } from './index.ts';

const counts = {
  ...{ create: 2, update: 0, replace: 0, delete: 1, read: 0, noOp: 9, import: 0, move: 0 },
  ...{ forget: 0, outputs: 0, actions: 0, drift: 3 },
};
const destroyed: Risk = {
  ...{ code: 'destroy-stateful', severity: 'danger', address: 'aws_db_instance.<main>' },
  facts: { lost: 'database' },
};
const replaced: Risk = { code: 'replace', severity: 'warning', address: 'a.b', facts: {} };
const noted: Risk = { ...replaced, severity: 'note' };

function cardWith(risks: readonly Risk[], language: 'en' | 'ja' = 'en'): Card {
  const of = (severity: Risk['severity']) =>
    risks.filter((one) => one.severity === severity).length;
  const riskCounts = { danger: of('danger'), warning: of('warning'), note: of('note') };
  return {
    ...{ language, production: true, glyph: '○', head: ['waiting'], actions: [], link: null },
    parts: planParts({ counts, risks, riskCounts }, { language }),
  };
}

describe('a plan on a card', () => {
  it('tells counts, then the worst risk, and folds drift away', () => {
    const lines = toTerminal(cardWith([destroyed, replaced]), { colour: false, width: 100 });
    expect(lines.split('\n').slice(1)).toEqual([
      '▌ 1 to destroy · 2 to create · 3 drifted, not shown',
      '▌ ✕ aws_db_instance.<main>: destroys the database: its data goes with it',
      '▌ ▲ a.b: replaced',
    ]);
    const japanese = toTerminal(cardWith([destroyed], 'ja'), { colour: false, width: 100 });
    expect(japanese).toContain('削除 1 · 作成 2 · ドリフト 3 件(非表示)');
    expect(japanese).toContain('データベースを削除');
  });

  it('names a few risks and says how many more there are, within the limits of Slack', () => {
    const card = cardWith(Array.from({ length: 18 }, () => destroyed));
    expect(toTerminal(card, { colour: false, width: 100 })).toContain('and 12 more');
    expect(toBlocks(card).length).toBeLessThan(slackLimits.blocks);
    const long = { ...destroyed, address: 'x'.repeat(9000) };
    expect(JSON.stringify(toBlocks(cardWith([long]))).length).toBeLessThan(1000);
  });

  it('only counts what is to be noted', () => {
    const lines = toTerminal(cardWith([noted, noted]), { colour: false, width: 100 });
    expect(lines).toContain('2 to note');
    expect(lines).not.toContain('replaced');
  });

  it('lets no address become markup', () => {
    expect(JSON.stringify(toBlocks(cardWith([destroyed])))).toContain('&lt;main&gt;');
    expect(toHtml(cardWith([destroyed]))).toContain('&lt;main&gt;');
  });
});
