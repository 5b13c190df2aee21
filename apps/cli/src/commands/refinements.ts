import type { Language, VerbName } from '@sekisho/contract';

/** Options that the command line adds to a verb; they never reach the server. */
export interface ExtraOption {
  readonly flags: string;
  readonly text: Readonly<Record<Language, string>>;
}

const wait: readonly ExtraOption[] = [
  {
    flags: '--wait',
    text: { en: 'wait until it is done', ja: '完了するまで待つ' },
  },
  {
    flags: '--timeout <duration>',
    text: { en: 'wait no longer than this', ja: '待つ時間の上限' },
  },
];

const exec: readonly ExtraOption[] = [
  {
    flags: '--exec',
    text: { en: 'run the command instead of printing it', ja: '表示せずに実行する' },
  },
];

/** What each verb's command line can do beyond its input. */
export const extraOptions: Partial<Record<VerbName, readonly ExtraOption[]>> = {
  'ops.start': wait,
  'ops.extend': wait,
  'ops.hold': wait,
  'ops.handover': wait,
  'ops.replace': wait,
  'ops.stop': wait,
  'access.request': wait,
  'access.return': wait,
  'lease.approve': wait,
  'lease.deny': wait,
  'lease.withdraw': wait,
  'membership.request': wait,
  'membership.return': wait,
  'membership.check': [
    { flags: '--undo', text: { en: 'take the tick back', ja: '完了を取り消す' } },
  ],
  'membership.journal': [
    {
      flags: '--markdown',
      text: { en: 'print the draft of the report', ja: 'レポートの下書きを Markdown で出力する' },
    },
    {
      flags: '--output <file>',
      text: { en: 'write that to a file', ja: '下書きをファイルに書き出す' },
    },
  ],
  'ops.sessions.replay': [
    {
      flags: '--output <file>',
      text: {
        en: 'write it to a file, for players of asciicast',
        ja: 'asciicast のファイルに書き出す',
      },
    },
  ],
  'ops.connect': exec,
  'ops.forward': exec,
  'slo.review': [
    {
      flags: '--markdown',
      text: { en: 'print Markdown, ready for a wiki', ja: 'wiki に貼れる Markdown で出力する' },
    },
  ],
  'timeline.verify': [
    {
      flags: '--anchor <file>',
      text: { en: 'check against these checkpoints', ja: 'このチェックポイントとも照合する' },
    },
    {
      flags: '--key <file>',
      text: {
        en: 'public keys that may have signed them',
        ja: '署名に使われてよい公開鍵のファイル',
      },
    },
    {
      flags: '--file <export>',
      text: { en: 'check an export, without a server', ja: 'エクスポートをサーバーなしで検証する' },
    },
  ],
  'timeline.anchor': [
    {
      flags: '--to <file>',
      text: { en: 'append the checkpoint to a file', ja: 'ファイルに追記する' },
    },
  ],
};
