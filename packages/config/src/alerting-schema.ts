import { z } from 'zod';
import { name } from './schema-fields.ts';

/** Only variables that are set for alerting: whoever writes the configuration cannot send away another secret. */
const variable = z
  .string()
  .regex(/^SEKISHO_ALERT_[A-Z0-9_]{1,80}$/, 'alert-variable')
  .describe('Name of the environment variable of the server that holds it.');

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
        url: z.url({ protocol: /^https?$/, error: 'url' }).refine(hasNoPassword, 'url'),
        secretVariable: variable.describe('Variable with the secret that signs what is sent.'),
        severities: severities.default(['page', 'ticket']),
      }),
    )
    .max(20)
    .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'webhook-names')
    .default([]),
});

function hasNoPassword(url: string): boolean {
  const { username = '', password = '' } = URL.parse(url) ?? {};
  return username + password === '';
}
