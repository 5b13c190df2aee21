import type { LocalCommand } from './local-command.ts';

/** `sekisho slo preview FILE`: the file lies here, what was measured lies with the server. */
export const sloPreview: LocalCommand = {
  words: ['slo', 'preview'],
  argument: '[file]',
  help: {
    en: 'check a definition as `sekisho check` does, and show what it would have measured; writes nothing',
    ja: '定義を `sekisho check` と同じく検査し、計測済みのデータで何が出たかを表示 (書き込みなし)',
  },
  options: [
    {
      flags: '--id <slo>',
      help: {
        en: 'without a file: the one of this SLO, as the server has it',
        ja: 'ファイルの代わりに、この SLO のファイル (サーバーにあるもの)',
      },
    },
    {
      flags: '--days <number>',
      help: {
        en: 'over how many past days (1 to 31; default: 30)',
        ja: '過去何日分を見るか (1〜31。既定は 30)',
      },
    },
  ],
  work: async (host, asked) => (await import('../verbs/slo-preview.ts')).previewFile(host, asked),
};
