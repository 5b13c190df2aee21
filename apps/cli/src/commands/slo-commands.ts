import type { LocalCommand } from './local-command.ts';
import { sloClassify } from './slo-classify-command.ts';
import { sloConvert } from './slo-convert-command.ts';
import { sloDashboard } from './slo-dashboard-command.ts';
import { sloDoctor } from './slo-doctor-command.ts';
import { formatOptions, sliOptions, sqlOptions, strictOption } from './slo-log-options.ts';
import { sloPreview } from './slo-preview-command.ts';
import { sloReplay } from './slo-replay-command.ts';
import { sloReport } from './slo-report-command.ts';
import { sloRules } from './slo-rules-command.ts';
import { sloSuggest } from './slo-suggest-command.ts';

/** `sekisho slo …` over files: none of them needs a server. */
export const sloCommands: readonly LocalCommand[] = [
  {
    words: ['slo', 'count'],
    argument: '[files...]',
    examples: [
      'slo count --format alb logs/*.log.gz',
      'slo count --format alb --slow-after 300ms --path "/api/*" --json logs/',
      'slo count --sql athena --format alb --slow-after 300ms --table logs.alb_lines',
    ],
    help: { en: 'count logs into good and bad, by the minute', ja: 'ログを分ごとに良・不良で集計' },
    options: [...formatOptions, ...sliOptions, strictOption, ...sqlOptions],
    work: async (host, asked) => (await import('../offline/slo/count.ts')).count(host, asked),
  },
  sloClassify,
  sloConvert,
  sloRules,
  sloReport,
  sloPreview,
  sloReplay,
  sloSuggest,
  sloDashboard,
  sloDoctor,
];
