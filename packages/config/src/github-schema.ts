import { z } from 'zod';
import { baseUrl, secretVariable } from './schema-fields.ts';

const variable = secretVariable('github');

/** The commit status "error budget" on pull requests of the repositories that services name. */
export const githubSchema = z.strictObject({
  api: baseUrl
    .default('https://api.github.com')
    .describe('Address of the API; of GitHub Enterprise Server https://HOST/api/v3.'),
  tokenVariable: variable.describe('Variable with a token that may write commit statuses.'),
  webhookSecretVariable: variable.describe('Variable with the secret of the webhook.'),
  fixLabels: z
    .array(z.string().trim().min(1).max(50))
    .min(1)
    .max(20)
    .default(['fix'])
    .describe('Labels of a change that is never held up; whatever their case.'),
  whenSpent: z
    .enum(['failure', 'pending'])
    .default('failure')
    .describe('State of other changes while a budget is spent.'),
  language: z.enum(['en', 'ja']).default('en').describe('Language of what is shown there.'),
});
