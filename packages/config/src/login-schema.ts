import { z } from 'zod';
import { httpUrl, secretVariable, span } from './schema-fields.ts';

/** How people sign in to the console and the command line: an OpenID Connect provider. */
export const loginSchema = z.strictObject({
  issuer: httpUrl.describe('The provider, exactly as its discovery document names itself.'),
  clientId: z.string().trim().min(1).max(300).describe('What the provider calls Sekisho.'),
  clientSecretVariable: secretVariable('login')
    .optional()
    .describe(
      'Variable with the secret of the client; none for a public one (PKCE is always used).',
    ),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/, 'oauth-scope'))
    .default(['openid', 'email'])
    .describe('What is asked of the provider; "openid" is always among it.'),
  claim: z
    .enum(['email', 'sub', 'oid'])
    .default('email')
    .describe('What says who it is: the verified e-mail address, or the "subject" under "oidc".'),
  session: z
    .strictObject({
      maximum: span.default('12h').describe('How long a login is good at most.'),
      idle: span.default('2h').describe('How long it is good without use, in a browser.'),
    })
    .prefault({}),
});

/** Who a person is to the provider, where e-mail addresses are not to be trusted. */
export const oidcIdentitySchema = z.strictObject({
  issuer: httpUrl,
  subject: z.string().min(1).max(200),
});
