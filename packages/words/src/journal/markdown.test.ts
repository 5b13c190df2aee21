import type { JournalItem } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { journalMarkdown, type Report } from './markdown.ts';

const item = (more: Partial<JournalItem>): JournalItem => ({
  ...{ kind: 'server', at: '2026-10-10T05:30:00Z', text: 'Had the ops server in staging for 2h' },
  ...{ detail: 'look', lease: 'ops-7k3f9q2m', slo: null, entry: null, byAgent: false },
  ...more,
});
const approved = item({
  ...{ kind: 'approved', at: '2026-11-02T00:00:00Z', text: 'Approved it', detail: null, entry: 7 },
});
const report: Report = {
  journal: {
    ...{ lease: 'mem-7k3f9q2m', person: 'engineer', team: 'sre', cut: false },
    ...{ from: '2026-09-30T15:00:00Z', to: '2026-12-29T15:00:00Z' },
    sections: [
      {
        section: 'leased',
        counts: [{ kind: 'server', count: 2 }],
        items: [item({}), item({ at: '2026-10-31T15:30:00Z', byAgent: true })],
      },
      { section: 'decided', counts: [{ kind: 'approved', count: 1 }], items: [approved] },
      { section: 'declared', counts: [], items: [] },
      { section: 'answered', counts: [], items: [] },
    ],
  },
  ...{ person: 'Taro', team: 'the SRE team', reason: 'learn on-call', ticket: 'HR-12' },
  ...{ approvers: ['Hanako'], over: true },
  checklist: [
    { text: 'Read the runbook', link: 'https://wiki.example/a(b)', doneAt: '2026-10-02T00:00:00Z' },
    { text: 'Shadow a week', link: null, doneAt: null },
  ],
};
const write = (language: 'en' | 'ja', more: Partial<Report> = {}, url: string | null = null) =>
  journalMarkdown({ ...report, ...more }, { language, timeZone: 'Asia/Tokyo', url });

describe('the report of a term with a team', () => {
  it('says who, when, why, what was ticked off and what is to be written', () => {
    const text = write('en');
    expect(text).toMatch(/^# Taro with the SRE team: report\n\nOct 1, 2026 – Dec 30, 2026 \(90 d,/);
    expect(text).toContain('- Why: learn on-call · HR-12\n- Agreed by: Hanako\n');
    expect(text).toContain('- [x] [Read the runbook](https://wiki.example/a%28b%29) — Oct 2, 2026');
    expect(text).toContain('- [ ] Shadow a week');
    expect(text).toContain('## What I learned\n\n**');
  });

  it('counts by month of the reader, and tells each month by itself', () => {
    const text = write('en');
    expect(text).toContain(
      '|  | October 2026 | November 2026 | Total |\n| --- | --: | --: | --: |',
    );
    expect(text).toContain('| ops servers | 1 | 1 | 2 |');
    expect(text).toContain('| requests approved | 0 | 1 | 1 |');
    const [october, november] = text.split('### November 2026');
    expect(october).toContain('- Oct 10 14:30 JST: Had the ops server in staging for 2h — look');
    expect(november).toContain('- Nov 1 00:30 JST: Had the ops server');
    expect(november).toContain('(`ops-7k3f9q2m`, by their agent)');
    expect(november).toContain('#### Reviewed and decided\n\n- Nov 2 09:00 JST: Approved it');
    expect(text).not.toContain('Declared');
  });

  it('says the same in Japanese', () => {
    const text = write('ja');
    expect(text).toContain('|  | 2026年10月 | 2026年11月 | 合計 |');
    expect(text).toContain('## 学んだこと');
    expect(text).not.toMatch(/undefined|NaN|null|What I learned/);
  });

  it('links to the console where its address is known', () => {
    const text = write('en', {}, 'https://sekisho.example/ops/');
    expect(text).toContain('[`ops-7k3f9q2m`](https://sekisho.example/ops/leases/ops-7k3f9q2m)');
  });

  it('lets no text of people become markup, a heading or another line', () => {
    const bad = 'x](javascript:alert(1)) <img src=x> `a` | *b*\n# big';
    const journal = {
      ...report.journal,
      sections: [
        { section: 'leased' as const, counts: [], items: [item({ detail: bad, text: bad })] },
      ],
    };
    const checklist = [{ text: bad, link: null, doneAt: null }];
    const text = write('en', { journal, person: bad, team: bad, reason: bad, checklist });
    expect(text).not.toContain('<img');
    expect(text).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(text).not.toMatch(/^# big/m);
    expect(text).not.toMatch(/(?<!\\)\*b/);
  });

  it('says when a term goes on, when nothing happened, and when not all was read', () => {
    const journal = { ...report.journal, sections: [], cut: true };
    const text = write('en', { journal, over: false });
    expect(text).toContain('The term is not over');
    expect(text).toContain('Nothing of this was recorded.');
    expect(text).toContain('the oldest is missing');
    expect(text).not.toContain('Month by month');
  });
});
