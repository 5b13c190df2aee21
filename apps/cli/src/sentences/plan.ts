import type { Pair } from '@sekisho/words/language';

/** About plans of Terraform and OpenTofu. */
export const planSentences = {
  'plan-file-missing': {
    en: 'Which plan? terraform show -json PLANFILE > plan.json, then: sekisho plan show plan.json (- for standard input)',
    ja: 'plan を指定してください。terraform show -json PLANFILE > plan.json の後、sekisho plan show plan.json (- で標準入力)',
  },
  'plan-root-alone': {
    en: '--root says where the code of --changed-dirs stands: give both.',
    ja: '--root は --changed-dirs と一緒に指定してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
