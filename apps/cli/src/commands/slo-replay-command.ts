import type { LocalCommand, LocalOption } from './local-command.ts';
import { judgeOptions } from './slo-report-command.ts';

/** Where the incidents are that targets are judged by. */
export const incidentsOption: LocalOption = {
  flags: '--incidents <file>',
  help: {
    en: 'declared incidents, YAML or JSON: a list of { id, from, to }',
    ja: 'インシデントの一覧 (YAML か JSON)。{ id, from, to } のリスト',
  },
};

export const sloReplay: LocalCommand = {
  words: ['slo', 'replay'],
  argument: '[files...]',
  examples: [
    'slo replay --logs "logs/*.gz" --targets 99,99.5,99.9',
    'slo replay slos.yaml --logs logs/ --incidents incidents.yaml --json',
  ],
  help: {
    en: 'for each candidate target, the pages it would have sent and the incidents caught',
    ja: '目標値ごとに、発報していたはずのページと検知できたインシデントを比較',
  },
  options: [
    {
      flags: '--targets <list>',
      help: {
        en: "targets in percent (default: 99,99.5,99.9,99.95 and the file's own)",
        ja: '目標値 (%) のリスト (既定は 99,99.5,99.9,99.95 とファイルの値)',
      },
    },
    incidentsOption,
    ...judgeOptions,
  ],
  work: async (host, asked) =>
    (await import('../offline/slo/replay/replay.ts')).replay(host, asked),
};
