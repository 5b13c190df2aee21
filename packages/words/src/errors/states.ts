import type { LeaseState } from '@sekisho/contract';
import { stateNames } from '../catalogue/leases.ts';
import type { Language } from '../language.ts';
import type { ErrorWordsOf } from './words.ts';

function stateText(state: string, language: Language): string {
  return stateNames[state as LeaseState]?.[language] ?? state;
}

export const stateErrors: ErrorWordsOf<
  | 'already-approved'
  | 'lease-not-found'
  | 'instance-not-found'
  | 'token-not-found'
  | 'wrong-state'
  | 'changed-meanwhile'
  | 'idempotency-mismatch'
  | 'already-issued'
  | 'no-review-owed'
  | 'not-ready'
> = {
  'already-approved': {
    title: { en: 'Already approved', ja: '承認済み' },
    en: () => ({
      why: 'You have already approved this request; an approval counts once.',
      fix: 'Another approver has to agree.',
    }),
    ja: () => ({
      why: 'この依頼はすでに承認しています。承認は一人一回です。',
      fix: '他の承認者の承認を待ってください。',
    }),
  },
  'lease-not-found': {
    title: { en: 'No such lease', ja: '存在しない貸出' },
    en: ({ id }) => ({
      why: `There is no lease ${id}.`,
      fix: '"sekisho ops list" shows open ones, "sekisho ops history" all.',
    }),
    ja: ({ id }) => ({
      why: `貸出 ${id} はありません。`,
      fix: '有効な貸出は「sekisho ops list」、すべては「sekisho ops history」で確認できます。',
    }),
  },
  'instance-not-found': {
    title: { en: 'No such instance', ja: '存在しないインスタンス' },
    en: ({ id }) => ({
      why: `The sweep knows no instance ${id}.`,
      fix: '"sekisho ops sweep" lists those it found.',
    }),
    ja: ({ id }) => ({
      why: `掃除の対象にインスタンス ${id} はありません。`,
      fix: '見つかったものは「sekisho ops sweep」で確認できます。',
    }),
  },
  'token-not-found': {
    title: { en: 'No such token', ja: '存在しないトークン' },
    en: ({ id }) => ({ why: `You have no token ${id}.`, fix: '"sekisho token list" shows yours.' }),
    ja: ({ id }) => ({
      why: `トークン ${id} はありません。`,
      fix: '自分のトークンは「sekisho token list」で確認できます。',
    }),
  },
  'wrong-state': {
    title: { en: 'Not possible in this state', ja: 'この状態ではできない操作' },
    en: ({ id, state }) => ({
      why: `This is not possible while ${id} is ${stateText(state, 'en')}.`,
      fix: `"sekisho ops show ${id}" shows how it stands and what can be done.`,
    }),
    ja: ({ id, state }) => ({
      why: `${id} は「${stateText(state, 'ja')}」のため、この操作はできません。`,
      fix: `現在の状態は「sekisho ops show ${id}」で確認できます。`,
    }),
  },
  'changed-meanwhile': {
    title: { en: 'Changed meanwhile', ja: '同時に変更あり' },
    en: ({ id }) => ({
      why: `Someone changed ${id} at the same moment; nothing of yours was done.`,
      fix: 'Look at it again and repeat if you still want to.',
    }),
    ja: ({ id }) => ({
      why: `同時に ${id} が変更されたため、操作は行われませんでした。`,
      fix: '最新の状態を確認して、必要ならもう一度操作してください。',
    }),
  },
  'idempotency-mismatch': {
    title: { en: 'Key used for something else', ja: '冪等キーの再利用' },
    en: () => ({
      why: 'This idempotency key was used with another input.',
      fix: 'Use a new key for a new command.',
    }),
    ja: () => ({
      why: 'この冪等キーは別の入力ですでに使われています。',
      fix: '新しい操作には新しいキーを使ってください。',
    }),
  },
  'already-issued': {
    title: { en: 'Shown once', ja: '発行済み' },
    en: () => ({
      why: 'The secret was already issued, and it is shown only once.',
      fix: 'Revoke it and create another if it was lost.',
    }),
    ja: () => ({
      why: '秘密の値は発行済みで、表示は一度だけです。',
      fix: '紛失したときは無効化して、新しく発行してください。',
    }),
  },
  'no-review-owed': {
    title: { en: 'No review is owed', ja: '事後レビューは不要' },
    en: () => ({
      why: 'This lease owes no review.',
      fix: 'Only break-glass starts do; nothing to do.',
    }),
    ja: () => ({
      why: 'この貸出に事後レビューは要りません。',
      fix: '必要なのは緊急開始のときだけです。操作は要りません。',
    }),
  },
  'not-ready': {
    title: { en: 'Not ready yet', ja: '準備中' },
    en: ({ id, state }) => ({
      why: `${id} cannot be reached: it is ${stateText(state, 'en')}.`,
      fix: `Wait until it is active; "sekisho ops show ${id}" tells what it is doing.`,
    }),
    ja: ({ id, state }) => ({
      why: `${id} は「${stateText(state, 'ja')}」のため、まだ接続できません。`,
      fix: `「利用中」になるまでお待ちください。進み具合は「sekisho ops show ${id}」で確認できます。`,
    }),
  },
};
