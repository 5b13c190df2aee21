import type { Language } from '@sekisho/contract';

/** Words about moving a target over the past; apart from the console's others, to be loaded late. */
const replayEn = {
  title: 'If the target were another',
  lead: (span: string) =>
    `What it would have done over the last ${span}, by the same arithmetic as live alerts.`,
  slider: 'Target',
  typed: 'Target in percent',
  typedWrong: 'A percentage from 1 to 99.99999',
  pages: 'Pages',
  tickets: 'Tickets',
  caught: 'Incidents caught',
  left: 'Budget at the end',
  lowest: 'At its lowest',
  nowIs: (what: string) => `now ${what}`,
  inPage: (span: string) => `${span} in page`,
  none: 'none declared',
  outside: (count: string) => `${count} outside any incident`,
  after: (span: string) => `after ${span} at the latest`,
  missed: (names: string) => `It would have missed: ${names}.`,
  dead: (names: string, share: string, above: string) =>
    `These alerts could never fire, for ${share} of all would have to fail: ${names}. Above ${above} they can.`,
  spentFrom: (moment: string) =>
    `A spent budget is told of from ${moment} on: before that the window was not known whole.`,
  spentNever: 'A spent budget is not told of yet: the window was never known whole.',
  isInForce: 'This target is in force.',
  propose: (target: string) => `Propose ${target}`,
  proposeReason: (target: string, pages: string, span: string, before: string) =>
    `Replayed over ${span}: at ${target} ${pages} pages (${before} at the target in force).`,
  curve: 'Budget left at this target',
  summary: (target: string, first: string, last: string, lowest: string, pages: string) =>
    `At ${target} the budget would have gone from ${first} to ${last}, at its lowest ${lowest}; ${pages} pages.`,
  list: 'These pages and tickets',
  nothing: 'Nothing would have been told.',
  notCounted: 'Nothing was counted yet that could be replayed.',
  alert: 'Alert',
  from: 'Fired',
  to: 'Resolved',
  stillOn: 'still on',
  incidents: 'Incidents',
  incidentsLead:
    'Those that pages of this service were linked to. Name another, to see which target would have caught it:',
  linked: 'from linked pages',
  incidentName: 'Name',
  incidentFrom: 'Began',
  incidentTo: 'Ended',
  incidentAdd: 'Add',
  incidentWrong: 'It must end after it began.',
  asking: 'Reckoning …',
};

export type ReplayWords = typeof replayEn;

const replayJa: ReplayWords = {
  title: '目標を変えた場合',
  lead: (span: string) => `直近 ${span} に何が起きていたかを、本番のアラートと同じ計算で示します。`,
  slider: '目標',
  typed: '目標(%)',
  typedWrong: '1 から 99.99999 までの値',
  pages: 'ページ',
  tickets: 'チケット',
  caught: '検知したインシデント',
  left: '最後の残り',
  lowest: '最も少ないとき',
  nowIs: (what: string) => `現在の目標では ${what}`,
  inPage: (span: string) => `ページ中 ${span}`,
  none: 'インシデントなし',
  outside: (count: string) => `インシデント以外で ${count} 件`,
  after: (span: string) => `検知まで最長 ${span}`,
  missed: (names: string) => `見逃していたインシデント: ${names}`,
  dead: (names: string, share: string, above: string) =>
    `次のアラートは決して発生しません(失敗率 ${share} が必要): ${names}。${above} を超える目標なら発生します。`,
  spentFrom: (moment: string) =>
    `使い切りのアラートは ${moment} 以降だけ数えます。それより前は期間の全体が分かっていません。`,
  spentNever: '期間の全体がまだ分かっていないため、使い切りのアラートは数えていません。',
  isInForce: '現在の目標です。',
  propose: (target: string) => `${target} を提案`,
  proposeReason: (target: string, pages: string, span: string, before: string) =>
    `過去 ${span} の試算: ${target} ならページ ${pages} 件(現在の目標では ${before} 件)。`,
  curve: 'この目標でのバジェットの残り',
  summary: (target: string, first: string, last: string, lowest: string, pages: string) =>
    `目標 ${target} なら、バジェットの残りは ${first} から ${last} になり、最も少ないときは ${lowest}、ページは ${pages} 件でした。`,
  list: '該当するページとチケット',
  nothing: '何も知らせませんでした。',
  notCounted: '試算できるデータがまだありません。',
  alert: 'アラート',
  from: '発生',
  to: '解消',
  stillOn: '発生中',
  incidents: 'インシデント',
  incidentsLead:
    'このサービスのページに紐付いたもの。ほかのインシデントを加えると、どの目標なら検知できたかを試せます。',
  linked: '紐付いたページから',
  incidentName: '名前',
  incidentFrom: '始まり',
  incidentTo: '終わり',
  incidentAdd: '追加',
  incidentWrong: '終わりは始まりより後にしてください。',
  asking: '計算しています…',
};

const replayWords = { en: replayEn, ja: replayJa } satisfies Record<Language, ReplayWords>;

export function replayWordsIn(language: Language): ReplayWords {
  return replayWords[language];
}
