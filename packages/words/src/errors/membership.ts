import { listOf } from '../language.ts';
import type { ErrorWordsOf } from './words.ts';

export const membershipErrors: ErrorWordsOf<
  'unknown-team' | 'member-already' | 'part-of-lease' | 'checklist-item-not-found'
> = {
  'unknown-team': {
    title: { en: 'Unknown team', ja: 'チームが見つかりません' },
    en: (f) => ({
      why: `There is no team "${f.value}" to join.`,
      fix:
        f.known.length === 0
          ? 'Name teams under "memberships" in sekisho.yaml.'
          : `Teams: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `「${f.value}」という参加先チームはありません。`,
      fix:
        f.known.length === 0
          ? 'sekisho.yaml の memberships にチームを追加してください。'
          : `参加できるチーム: ${listOf(f.known, 'ja')}`,
    }),
  },
  'member-already': {
    title: { en: 'Member already', ja: '参加済み' },
    en: (f) => ({
      why: `${f.lease} is a membership of ${f.team} that is not over.`,
      fix: 'Extend that one, or return it first.',
    }),
    ja: (f) => ({
      why: `${f.team} には ${f.lease} で参加しています(または依頼中です)。`,
      fix: 'その参加を延長するか、先に終了してください。',
    }),
  },
  'part-of-lease': {
    title: { en: 'Part of another lease', ja: 'ほかの貸出の一部' },
    en: (f) => ({
      why: `${f.id} is part of ${f.parent}: it is approved, extended and ended with it.`,
      fix: `Do it to ${f.parent} instead.`,
    }),
    ja: (f) => ({
      why: `${f.id} は ${f.parent} の一部のため、承認・延長・終了は ${f.parent} と一緒に行われます。`,
      fix: `${f.parent} を操作してください。`,
    }),
  },
  'checklist-item-not-found': {
    title: { en: 'No such thing to do', ja: '項目が見つかりません' },
    en: (f) => ({
      why: `"${f.item}" is not on the checklist.`,
      fix: f.known.length === 0 ? 'The checklist is empty.' : `Items: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `チェックリストに「${f.item}」はありません。`,
      fix: f.known.length === 0 ? 'チェックリストは空です。' : `項目: ${listOf(f.known, 'ja')}`,
    }),
  },
};
