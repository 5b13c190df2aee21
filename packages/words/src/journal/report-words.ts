import type { Language } from '@sekisho/contract';

interface ReportWords {
  readonly title: (person: string, team: string) => string;
  readonly term: (from: string, to: string, span: string, zone: string) => string;
  readonly soFar: string;
  readonly draft: string;
  readonly cut: string;
  readonly reason: string;
  readonly agreed: string;
  readonly lease: string;
  readonly numbers: string;
  readonly total: string;
  readonly nothing: string;
  readonly checklist: string;
  readonly doneOf: (done: number, all: number) => string;
  readonly learned: string;
  readonly prompts: readonly string[];
  readonly months: string;
  readonly byAgent: string;
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  en: {
    title: (person, team) => `# ${person} with ${team}: report`,
    term: (from, to, span, zone) => `${from} – ${to} (${span}, ${zone})`,
    soFar: 'The term is not over: this is what happened so far.',
    draft:
      'A draft that Sekisho drew from its timeline: what was done is here, what it meant is yours to write.',
    cut: 'More happened than was read: the oldest is missing, in the figures too.',
    reason: 'Why',
    agreed: 'Agreed by',
    lease: 'Lease',
    numbers: '## In numbers',
    total: 'Total',
    nothing: 'Nothing of this was recorded.',
    checklist: '## First things',
    doneOf: (done, all) => `${done} of ${all} done.`,
    learned: '## What I learned',
    prompts: [
      'What did I do for the first time, and what helped?',
      'What was harder than it looked, and why?',
      'What will I do differently in my own team?',
      'What should the team change?',
    ],
    months: '## Month by month',
    byAgent: 'by their agent',
  },
  ja: {
    title: (person, team) => `# ${team} 参加レポート: ${person}`,
    term: (from, to, span, zone) => `${from}〜${to}(${span}、${zone})`,
    soFar: '期間の途中です。これまでの内容を示しています。',
    draft:
      'Sekisho がタイムラインから作成した下書きです。行ったことは記載済みです。そこから得たことを書き加えてください。',
    cut: '記録が多いため、古いものを読み込んでいません(件数にも含みません)。',
    reason: '目的',
    agreed: '承認者',
    lease: '貸出',
    numbers: '## 件数',
    total: '合計',
    nothing: '該当する記録はありません。',
    checklist: '## 最初にやること',
    doneOf: (done, all) => `${all} 件中 ${done} 件完了。`,
    learned: '## 学んだこと',
    prompts: [
      '初めて行ったことは何ですか。何が役に立ちましたか。',
      '思ったより難しかったことは何ですか。それはなぜですか。',
      '自分のチームで変えたいことは何ですか。',
      '参加先のチームが変えたほうがよいことは何ですか。',
    ],
    months: '## 月ごとの記録',
    byAgent: 'エージェントによる',
  },
};
