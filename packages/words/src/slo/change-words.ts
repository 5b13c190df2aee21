import type { Language } from '../language.ts';

/** Words about pull requests that a spent budget holds up; apart from the console's others, to be loaded late. */
const changesEn = {
  title: 'Changes on GitHub',
  none: 'No open pull request is held up or was let through.',
  change: 'Pull request',
  how: 'How it stands',
  states: { held: 'held up', fix: 'a fix, not held up', through: 'let through' },
  by: (who: string, at: string, until: string) => `by ${who}, ${at}, ${until}`,
  until: (at: string) => `until ${at}`,
  untilPush: 'until its next push',
  letThrough: 'Let through …',
  letThroughTitle: (change: string) => `Let ${change} through?`,
  letThroughMeans:
    'Its commit status turns green although a budget is spent. Who did it and why is on the timeline; a new push needs another.',
  act: 'Let through',
  done: 'Let through. Its status on GitHub follows in a moment.',
  takeBack: 'Take back …',
  takeBackTitle: (change: string) => `Hold ${change} up again?`,
  takeBackMeans: 'Its commit status turns red again while a budget is spent.',
  takeBackAct: 'Take back',
  takenBack: 'Taken back. Its status on GitHub follows in a moment.',
  whyNot: 'Only SREs and admins may let a change through: ask one of them.',
  fields: {
    commit: 'Commit',
    reason: 'Why it cannot wait',
    for: 'How long',
  },
  backFields: { reason: 'Why' },
};

export type ChangeWords = typeof changesEn;

const changesJa: ChangeWords = {
  title: 'GitHub の変更',
  none: '止まっている、または通されたプルリクエストはありません。',
  change: 'プルリクエスト',
  how: '状態',
  states: { held: '停止中', fix: '修正のため対象外', through: '許可済み' },
  by: (who, at, until) => `${who}(${at})、${until}`,
  until: (at) => `${at} まで`,
  untilPush: '次のプッシュまで',
  letThrough: '通す…',
  letThroughTitle: (change) => `${change} を通しますか。`,
  letThroughMeans:
    'バジェットを使い切っていても、コミットステータスが成功になります。誰がなぜ通したかはタイムラインに残ります。新しいプッシュには改めて許可が必要です。',
  act: '通す',
  done: '通しました。GitHub のステータスはまもなく変わります。',
  takeBack: '取り消す…',
  takeBackTitle: (change) => `${change} を再び止めますか。`,
  takeBackMeans: 'バジェットを使い切っている間、コミットステータスが失敗に戻ります。',
  takeBackAct: '取り消す',
  takenBack: '取り消しました。GitHub のステータスはまもなく変わります。',
  whyNot: '変更を通せるのは SRE と admin だけです。いずれかの人に依頼してください。',
  fields: {
    commit: 'コミット',
    reason: '待てない理由',
    for: '期間',
  },
  backFields: { reason: '理由' },
};

export function changeWordsIn(language: Language): ChangeWords {
  return language === 'ja' ? changesJa : changesEn;
}
