import type { LocalCommand, LocalOption } from './local-command.ts';
import type { Asked } from './options.ts';
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
  // The verb's own examples, of SLOs that a server measures, stand before these.
  examples: [
    'slo replay --logs "logs/*.gz" --targets 99,99.5,99.9',
    'slo replay slos.yaml --logs logs/ --incidents incidents.yaml --json',
  ],
  help: {
    en: 'for each candidate target, the pages it would have sent and the incidents caught: of an SLO of the server, or (--logs) over logs',
    ja: '目標値ごとに、発報していたはずのページと検知できたインシデントを比較 (サーバーの SLO、または --logs のログ)',
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
    {
      flags: '--from <moment>',
      help: {
        en: 'of an SLO of the server: from when, such as 7d',
        ja: 'サーバーの SLO の場合: いつから (例: 7日)',
      },
    },
    {
      flags: '--to <moment>',
      help: { en: 'until when; now without it', ja: 'いつまで (省略すると現在まで)' },
    },
    ...judgeOptions,
  ],
  work: async (host, asked) =>
    isOverLogs(asked)
      ? (await import('../offline/slo/replay/replay.ts')).replay(host, asked)
      : (await import('../verbs/slo-replay.ts')).replayNamed(host, asked),
};

/** Logs are read where they are said, or where files of definitions are: their SLOs are no server's. */
function isOverLogs({ words, options }: Asked): boolean {
  return options.logs !== undefined || words.length === 0 || words.some((word) => isFile(word));
}

function isFile(word: string): boolean {
  return /\.(ya?ml|json)$|[/\\]/i.test(word);
}
