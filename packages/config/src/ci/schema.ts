import { z } from 'zod';
import { baseUrl, externalId, name, span } from '../schema-fields.ts';
import { lentPolicySchema } from './policy.ts';

/*
 * `ci` of sekisho.yaml: which jobs of GitHub Actions may have which role.
 * Claims: https://docs.github.com/actions/reference/openid-connect-reference
 */

const roleArn = z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'role-arn');
/** Exactly as the claim `job_workflow_ref` says it: nothing in it is a pattern. */
const workflow = z
  .string()
  .max(600)
  .regex(
    /^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml@(refs\/(heads|tags)\/[\w./-]+|[0-9a-f]{40})$/,
    'workflow',
  );
const ref = z
  .string()
  .max(300)
  .regex(/^refs\/(heads|tags|pull)\/[\w./@+=-]*(\*{1,2}[\w./@+=-]*){0,3}$/, 'ref-pattern');
const login = z.string().regex(/^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}(\[bot\])?$/, 'github');

export const ciPurposeSchema = z.strictObject({
  role: roleArn.describe('What jobs of this purpose get; the caller never names one.'),
  account: z.string().min(1).max(40).describe('Its account, by the name in "accounts".'),
  workflow: workflow.describe(
    'The reusable workflow that asks, pinned: OWNER/REPO/.github/workflows/FILE@REF.',
  ),
  refs: z
    .array(ref)
    .min(1)
    .describe('Refs that jobs run on; * stands for anything but a slash, ** for anything.'),
  events: z
    .array(z.string().regex(/^[a-z_]{2,60}$/, 'event'))
    .min(1)
    .default(['push', 'workflow_dispatch'])
    .describe('Events that start them; pull_request_target only where it is written here.'),
  environment: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe(
      'The environment of GitHub that the job must run in; without it any job of the workflow may ask, the one that plans too.',
    ),
  approach: z
    .enum(['broker', 'window'])
    .default('broker')
    .describe(
      'broker: Sekisho hands out credentials; window: the job has the role itself, and its permissions open for a while.',
    ),
  plan: z
    .enum(['required', 'none'])
    .default('required')
    .describe('Whether a lease is for one saved plan of Terraform.'),
  policy: lentPolicySchema
    .optional()
    .describe(
      'What the role may do while it is lent, as an IAM policy that only allows. Without it: all of the role for the broker, everything within the role’s permissions boundary for a window.',
    ),
  providers: z
    .array(z.string().regex(/^([\w.-]+\/)?[\w-]+\/[\w-]+$/, 'provider'))
    .min(1)
    .max(100)
    .optional()
    .describe(
      'Providers that plans may use, as hashicorp/aws: another one is a danger on the card. All of the public registries without it.',
    ),
  forks: z.boolean().default(false).describe('Whether code of forks may ask.'),
  selfHosted: z.boolean().default(false).describe('Whether the runner may be one of your own.'),
  session: span.default('15m').describe('How long credentials are good: 15m to 1h.'),
  duration: span.default('1h').describe('How long the lease is.'),
  maximum: span.default('2h').describe('Longest lease, extensions included.'),
  drain: span
    .optional()
    .describe(
      'How long credentials that are out still work after the deadline; without it they are cut.',
    ),
  externalId: externalId.optional().describe('External id by which the role lets Sekisho in.'),
});

const repositorySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,18}$/, 'repository-id')
    .describe('Id of the repository, in quotes: gh api repos/OWNER/NAME --jq .id'),
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, 'repository')
    .describe('OWNER/NAME, for people; the id decides.'),
  issuer: baseUrl
    .optional()
    .describe(
      'Whose tokens its jobs bring, one of "issuers": each GitHub numbers its repositories by itself. Needed where there are two.',
    ),
  bots: z
    .array(login)
    .default([])
    .describe('Logins without a person in the roster that may start a job.'),
  purposes: z.record(name, ciPurposeSchema),
});

export const ciSchema = z.strictObject({
  audience: baseUrl.optional().describe('What tokens must be made for; "url" without it.'),
  issuers: z
    .array(
      z.strictObject({
        url: baseUrl.describe(
          'As tokens name it; of GitHub Enterprise Server https://HOST/_services/token.',
        ),
        jwks: baseUrl.optional().describe('Where its keys are; URL/.well-known/jwks without it.'),
      }),
    )
    .min(1)
    .max(10)
    .default([{ url: 'https://token.actions.githubusercontent.com' }])
    .describe('Whose tokens are believed.'),
  repositories: z.record(name, repositorySchema),
});

export type CiDocument = z.output<typeof ciSchema>;
export type CiPurposeDocument = z.output<typeof ciPurposeSchema>;
