import { shared } from './fields.ts';
import type { WordsOf } from './words.ts';

const id = {
  en: 'the membership, such as mem-7k3f9q2m',
  ja: '参加の ID(例: mem-7k3f9q2m)',
} as const;
const long = { en: 'how long, such as 30d or 90 days', ja: '期間(例: 30日、90d)' } as const;

export const membershipVerbWords: WordsOf<
  | 'membership.request'
  | 'membership.list'
  | 'membership.show'
  | 'membership.extend'
  | 'membership.return'
  | 'membership.check'
  | 'membership.journal'
  | 'membership.teams'
> = {
  'membership.request': {
    title: { en: 'Join a team', ja: 'チームに参加' },
    help: {
      en: 'join a team for a term: its groups, permission sets and channels together',
      ja: '期間を決めてチームに参加します(グループ・許可セット・チャンネルをまとめて付与)',
    },
    command: { en: 'request', ja: '参加' },
    fields: {
      team: { en: 'the team, such as sre', ja: 'チーム(例: sre)' },
      for: long,
      reason: { en: 'why you join', ja: '参加する理由' },
      ticket: shared.ticket,
      starts: { en: 'when to start, such as tomorrow 9:00', ja: '開始日時(例: 明日 9:00)' },
    },
  },
  'membership.list': {
    title: { en: 'Memberships', ja: '参加中のメンバー' },
    help: { en: 'who is a member of which team', ja: '誰がどのチームに参加しているかを表示します' },
    command: { en: 'list', ja: '一覧' },
    fields: { person: { en: 'only this person’s', ja: '人で絞り込む' } },
  },
  'membership.show': {
    title: { en: 'Membership', ja: '参加の詳細' },
    help: {
      en: 'one membership, all that goes with it',
      ja: '参加と、付与されたものを詳しく表示します',
    },
    command: { en: 'show', ja: '詳細' },
    fields: { id },
  },
  'membership.extend': {
    title: { en: 'Extend a membership', ja: '参加を延長' },
    help: { en: 'stay for longer', ja: '参加期間を延ばします' },
    command: { en: 'extend', ja: '延長' },
    fields: { id, for: { en: 'by how long, such as 30d', ja: '延ばす期間(例: 30日、30d)' } },
  },
  'membership.return': {
    title: { en: 'Leave a team', ja: 'チームから離脱' },
    help: {
      en: 'end a membership, and all that goes with it',
      ja: '参加を終え、付与されたものをすべて返します',
    },
    command: { en: 'return', ja: '離脱' },
    fields: { id, reason: { en: 'why', ja: '理由' } },
  },
  'membership.check': {
    title: { en: 'Tick a first thing off', ja: '最初の項目を記録' },
    help: {
      en: 'say that one of the first things is done',
      ja: '最初にやることの完了を記録します',
    },
    command: { en: 'check', ja: 'チェック' },
    fields: {
      id,
      item: { en: 'id of the thing to do', ja: '項目の ID' },
      done: { en: 'whether it is done', ja: '完了したか' },
    },
  },
  'membership.journal': {
    title: { en: 'Journal of a membership', ja: '参加の記録' },
    help: {
      en: 'what the member did, as the draft of their report',
      ja: '参加中にしたことを、報告書の下書きとして出力します',
    },
    command: { en: 'journal', ja: '記録' },
    fields: { id, language: { en: 'en or ja', ja: '言語(英語または日本語)' } },
  },
  'membership.teams': {
    title: { en: 'Teams to join', ja: '参加できるチーム' },
    help: {
      en: 'which teams you could join, and what goes with each',
      ja: '参加できるチームと、付与されるものを表示します',
    },
    command: { en: 'teams', ja: 'チーム' },
    fields: {},
  },
};
