import { z } from 'zod';
import { httpUrl, name, secretVariable } from './schema-fields.ts';

const variable = secretVariable('alert');

const severities = z
  .array(z.enum(['page', 'ticket']))
  .min(1)
  .describe('What is sent; pages alone when unsaid.');

/** Where alerts of SLOs are sent besides Slack. */
export const alertingSchema = z.strictObject({
  language: z.enum(['en', 'ja']).default('en').describe('Language of what is sent.'),
  pagerduty: z
    .strictObject({
      routingKeyVariable: variable,
      region: z.enum(['us', 'eu']).default('us').describe('Service region of the account.'),
      severities: severities.default(['page']),
    })
    .optional()
    .describe('PagerDuty, by an integration of Events API v2.'),
  webhooks: z
    .array(
      z.strictObject({
        name: name.describe('Goes into the log; unique.'),
        url: httpUrl,
        secretVariable: variable.describe('Variable with the secret that signs what is sent.'),
        severities: severities.default(['page', 'ticket']),
      }),
    )
    .max(20)
    .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'webhook-names')
    .default([]),
});
