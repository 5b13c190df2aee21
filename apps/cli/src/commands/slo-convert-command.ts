import type { LocalCommand } from './local-command.ts';

/** `sekisho slo convert`: definitions in another format. */
export const sloConvert: LocalCommand = {
  words: ['slo', 'convert'],
  argument: '[files...]',
  help: {
    en: 'write SLO definitions in another format, naming each loss',
    ja: 'SLO の定義を別の形式に変換 (失われる項目をすべて表示)',
  },
  examples: [
    'slo convert --to openslo/v1 slos.yaml > slos-v1.yaml',
    'slo convert --to openslo/v1alpha --strict services/*.yaml',
  ],
  options: [
    {
      flags: '--to <format>',
      help: { en: 'the format to write', ja: '変換先の形式' },
      choices: ['openslo/v1', 'openslo/v1alpha'],
    },
    {
      flags: '--strict',
      help: {
        en: 'fail when anything is lost or changed',
        ja: '失われる項目や意味の変わる項目があればエラーにする',
      },
    },
  ],
  work: async (host, asked) => (await import('../offline/slo/convert.ts')).convert(host, asked),
};
