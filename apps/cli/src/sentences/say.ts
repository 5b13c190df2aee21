import type { Language } from '@sekisho/contract';
import type { Pair } from '@sekisho/words/language';
import { fill } from '../print/fill.ts';
import { accessSentences } from './access.ts';
import { awsSentences } from './aws.ts';
import { awsCredentialSentences } from './aws-credentials.ts';
import { commandSentences } from './commands.ts';
import { examineSentences } from './examine.ts';
import { imageSentences } from './image.ts';
import { keepSentences } from './keep.ts';
import { loginSentences } from './login.ts';
import { planSentences } from './plan.ts';
import { serverSentences } from './server.ts';
import { sloSentences } from './slo.ts';
import { classifySentences } from './slo-classify.ts';
import { convertSentences } from './slo-convert.ts';
import { dashboardSentences } from './slo-dashboard.ts';
import { doctorSentences } from './slo-doctor.ts';
import { reportSentences } from './slo-report.ts';
import { rulesSentences } from './slo-rules.ts';
import { sqlSentences } from './slo-sql.ts';

/*
 * What the command line says of itself, in both languages. Sentences about leases and the
 * server's refusals come from the catalogue in `words` and from the server.
 */
const sentences = {
  ...commandSentences,
  ...serverSentences,
  ...sloSentences,
  ...classifySentences,
  ...convertSentences,
  ...rulesSentences,
  ...reportSentences,
  ...dashboardSentences,
  ...doctorSentences,
  ...sqlSentences,
  ...awsSentences,
  ...awsCredentialSentences,
  ...accessSentences,
  ...planSentences,
  ...loginSentences,
  ...imageSentences,
  ...keepSentences,
  ...examineSentences,
} satisfies Record<string, Pair>;

export type SentenceName = keyof typeof sentences;

/** One sentence of the command line itself, its `{facts}` filled in. */
export function say(
  reader: { readonly language: Language },
  name: SentenceName,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return fill(sentences[name][reader.language], facts);
}
