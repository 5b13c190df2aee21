import type { LocalCommand } from './local-command.ts';
import { incidentsOption } from './slo-replay-command.ts';
import { judgeOptions } from './slo-report-command.ts';

export const sloSuggest: LocalCommand = {
  words: ['slo', 'suggest'],
  argument: '[files...]',
  examples: [
    'slo suggest --logs "logs/*.gz"',
    'slo suggest --logs logs/ --slow-after 300ms --incidents incidents.yaml',
  ],
  help: {
    en: 'suggest a target from history, with its reasons and doubts',
    ja: '過去のログから目標値を提案 (理由と不確かさも表示)',
  },
  options: [
    {
      flags: '--targets <list>',
      help: {
        en: 'candidates in percent (default: 95 to 99.99)',
        ja: '候補の目標値 (%) のリスト (既定は 95 から 99.99)',
      },
    },
    incidentsOption,
    ...judgeOptions,
  ],
  work: async (host, asked) =>
    (await import('../offline/slo/suggest/suggest.ts')).suggest(host, asked),
};
