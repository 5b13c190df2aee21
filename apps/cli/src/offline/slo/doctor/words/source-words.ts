import type { WordsOf } from './finding-words.ts';

/** About sources that a running server reads. */
export const sourceWords: WordsOf<
  | 'source-failing'
  | 'source-waiting'
  | 'source-late'
  | 'source-gaps'
  | 'source-lost'
  | 'source-unused'
> = {
  'source-failing': {
    title: { en: 'cannot be read', ja: '読み取れない' },
    seen: {
      en: 'Reading it failed {times time} in a row ({code}): {message}',
      ja: '続けて {times} 回読み取りに失敗しています ({code}): {message}',
    },
    why: {
      en: 'Nothing is measured meanwhile: unmeasured is neither good nor bad, and nobody is paged for what fails now.',
      ja: 'その間は計測できず、障害が起きても通知できません。',
    },
    act: {
      en: 'Mend what the message names: address, permission or credentials; it is tried again by itself.',
      ja: 'メッセージの示すアドレス・権限・認証情報を直してください。自動で再試行します。',
    },
  },
  'source-waiting': {
    title: { en: 'never read yet', ja: 'まだ読み取りなし' },
    seen: {
      en: 'It was never read, and nothing was pushed to it.',
      ja: '一度も読み取っておらず、受信もありません。',
    },
    why: {
      en: 'Its SLOs have no minute to be judged by.',
      ja: 'これを使う SLO を判定する計測がありません。',
    },
    act: {
      en: 'Wait for the first reading; for push, check the sender’s address and token.',
      ja: '最初の読み取りを待ってください。push の場合は送信側のアドレスとトークンを確かめてください。',
    },
  },
  'source-late': {
    title: { en: 'later than it may be', ja: '許容より遅い' },
    seen: {
      en: 'It is {behindMinutes} behind, besides the {latenessMinutes} that it may be late.',
      ja: '許容している遅れ {latenessMinutes} を超えて、さらに {behindMinutes} 遅れています。',
    },
    why: {
      en: 'Alerts are judged that much later, and each incident is found later.',
      ja: 'その分アラートの判定が遅れ、障害の発見も遅れます。',
    },
    act: {
      en: 'If it is always so late, declare it (lateness); else look at what delivers it.',
      ja: '常にこの程度遅れるなら lateness に書き、そうでなければ配信側を確認してください。',
    },
  },
  'source-gaps': {
    title: { en: 'gaps in the last day', ja: '直近 1 日の欠け' },
    seen: {
      en: 'Of the last day {coverage} was measured for {slo}; {missing} is missing.',
      ja: '直近 1 日のうち {slo} を計測できたのは {coverage} で、{missing} が欠けています。',
    },
    why: {
      en: 'What was not measured may have failed: the budget shows less than happened.',
      ja: '計測できなかった間に失敗していた可能性があり、バジェットは実際より良く見えます。',
    },
    act: {
      en: 'Look for missed scrapes, lost deliveries or a quiet service; a quiet one has whenAbsent: idle.',
      ja: '取得漏れや配信の欠落を調べてください。もともとリクエストが少ないなら whenAbsent: idle を使います。',
    },
  },
  'source-lost': {
    title: { en: 'log files lost or damaged', ja: '欠落・破損したログ' },
    seen: {
      en: '{damaged} log files were damaged, and {lost} were gone or given up.',
      ja: '破損したログファイルが {damaged} 個、失われたものが {lost} 個あります。',
    },
    why: {
      en: 'Their requests are in no minute, and a damaged file is counted up to the damage only.',
      ja: 'その中のリクエストは数えられず、破損したファイルは破損箇所までしか数えません。',
    },
    act: {
      en: 'Restore them where they lie, and they are counted again; check what deletes them.',
      ja: '元の場所に復元すると数え直します。削除している仕組みも確認してください。',
    },
  },
  'source-unused': {
    title: { en: 'no SLO counts on it', ja: '使う SLO がない' },
    seen: { en: 'No SLO names it.', ja: 'これを指定する SLO がありません。' },
    why: { en: 'It is read for nothing.', ja: '読み取っても使われません。' },
    act: {
      en: 'Name it in an SLO (metricSourceRef), or take it out.',
      ja: 'SLO の metricSourceRef に指定するか、削除してください。',
    },
  },
};
