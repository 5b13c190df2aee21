import { formatSpan } from '../time/format-duration.ts';
import type { ErrorWordsOf } from './words.ts';

export const systemErrors: ErrorWordsOf<
  | 'rate-limited'
  | 'cloud-denied'
  | 'cloud-unreachable'
  | 'cloud-throttled'
  | 'cloud-invalid'
  | 'database-unreachable'
  | 'server-unreachable'
> = {
  'rate-limited': {
    title: { en: 'Too many calls', ja: '呼び出し過多' },
    en: ({ retryAfterSeconds }) => ({
      why: 'These were too many calls in a short time.',
      fix: `Try again in ${formatSpan(retryAfterSeconds, 'en')}.`,
    }),
    ja: ({ retryAfterSeconds }) => ({
      why: '短い時間に呼び出しが多すぎます。',
      fix: `${formatSpan(retryAfterSeconds, 'ja')}後にもう一度試してください。`,
    }),
  },
  'cloud-denied': {
    title: { en: 'Denied by AWS', ja: 'AWS による拒否' },
    en: () => ({
      why: 'AWS denied Sekisho the call.',
      fix: 'Ask an SRE to compare the role for this account with the IAM policy in the documentation.',
    }),
    ja: () => ({
      why: 'AWS に操作を拒否されました。',
      fix: 'このアカウント用ロールの権限の確認を SRE に依頼してください。',
    }),
  },
  'cloud-unreachable': {
    title: { en: 'AWS does not answer', ja: 'AWS の応答なし' },
    en: () => ({ why: 'AWS does not answer.', fix: 'Try again in a minute; nothing was done.' }),
    ja: () => ({
      why: 'AWS から応答がありません。',
      fix: '操作は行われていません。1 分ほど待って、もう一度試してください。',
    }),
  },
  'cloud-throttled': {
    title: { en: 'Slowed down by AWS', ja: 'AWS の流量制限' },
    en: () => ({
      why: 'AWS asks for fewer calls at the moment.',
      fix: 'Try again in a minute; nothing was done.',
    }),
    ja: () => ({
      why: 'AWS から呼び出しを減らすよう求められています。',
      fix: '操作は行われていません。1 分ほど待って、もう一度試してください。',
    }),
  },
  'cloud-invalid': {
    title: { en: 'Not accepted by AWS', ja: 'AWS の受付不可' },
    en: () => ({
      why: 'AWS does not accept the call as this environment is configured.',
      fix: 'Ask an SRE to compare the environment in sekisho.yaml with its launch template.',
    }),
    ja: () => ({
      why: 'この環境の設定では AWS が操作を受け付けません。',
      fix: 'sekisho.yaml と起動テンプレートの確認を SRE に依頼してください。',
    }),
  },
  'database-unreachable': {
    title: { en: 'Database does not answer', ja: 'データベースの応答なし' },
    en: () => ({
      why: 'Sekisho’s database does not answer; nothing was done.',
      fix: 'Try again in a minute, and tell an SRE if it stays so.',
    }),
    ja: () => ({
      why: 'データベースから応答がなく、操作は行われていません。',
      fix: '1 分ほど待って再度試し、続くときは SRE に知らせてください。',
    }),
  },
  'server-unreachable': {
    title: { en: 'Server does not answer', ja: 'サーバーの応答なし' },
    en: ({ url }) => ({
      why: `No Sekisho server answers at ${url}.`,
      fix: 'Start one with "npm start", or set SEKISHO_URL to its address.',
    }),
    ja: ({ url }) => ({
      why: `${url} の Sekisho サーバーから応答がありません。`,
      fix: '「npm start」で起動するか、SEKISHO_URL にアドレスを設定してください。',
    }),
  },
};
