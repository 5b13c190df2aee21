import { awsEnvironments } from '../aws-environments.ts';
import type { ConfigDocument } from '../schema.ts';
import { secondsOf } from '../spans.ts';
import type { CiAccount, CiConfig, CiPurpose, CiRepository } from './config.ts';
import { fitsAnyRef } from './refs.ts';
import type { CiDocument, CiPurposeDocument } from './schema.ts';

/** What `ci` says, in force; null where nothing is. The document was checked. */
export function ciOf(document: ConfigDocument): CiConfig | null {
  const { ci, url } = document;
  if (ci === undefined) return null;
  const [first] = issuersOf(ci);
  const repositories = Object.entries(ci.repositories).map(([name, one]) =>
    repositoryOf(document, name, { issuer: first, ...one }),
  );
  return {
    audience: trimmed(ci.audience ?? url ?? ''),
    issuers: ci.issuers.map((issuer) => ({
      url: trimmed(issuer.url),
      jwks: issuer.jwks ?? `${trimmed(issuer.url)}/.well-known/jwks`,
    })),
    repositories: new Map(repositories.map((one) => [one.id, one])),
  };
}

/** Every issuer that is named, as tokens name it. */
export function issuersOf({ issuers }: Pick<CiDocument, 'issuers'>): readonly string[] {
  return [...new Set(issuers.map(({ url }) => trimmed(url)))];
}

/** As tokens name an issuer: without a slash at the end. */
export function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}

function repositoryOf(
  document: ConfigDocument,
  name: string,
  { id, repository, issuer = '', bots, purposes }: CiDocument['repositories'][string],
): CiRepository {
  return {
    ...{ name, id, repository, issuer: trimmed(issuer) },
    bots: bots.map((bot) => bot.toLowerCase()),
    purposes: Object.fromEntries(
      Object.entries(purposes).map(([purpose, one]) => [
        purpose,
        purposeOf(purpose, one, accountOf(document, one.account)),
      ]),
    ),
  };
}

function purposeOf(name: string, one: CiPurposeDocument, account: CiAccount): CiPurpose {
  const { role, workflow, refs, events, approach, forks, selfHosted } = one;
  const maximumSeconds = secondsOf(one.maximum);
  return {
    ...{ name, role, account, workflow, refs, events, approach, forks, selfHosted },
    externalId: one.externalId ?? null,
    fitsRef: fitsAnyRef(refs),
    environment: one.environment ?? null,
    needsPlan: one.plan === 'required',
    policy: one.policy ?? null,
    providers: one.providers ?? null,
    sessionSeconds: secondsOf(one.session),
    durationSeconds: Math.min(secondsOf(one.duration), maximumSeconds),
    maximumSeconds,
    drainSeconds: one.drain === undefined ? 0 : secondsOf(one.drain),
  };
}

/** An account without an environment is reached by our own identity; IAM and STS need no region of their own. */
function accountOf({ accounts = {}, ...document }: ConfigDocument, name: string): CiAccount {
  const environments = awsEnvironments(document.environments);
  const account = accounts[name];
  if (account === undefined) throw new Error(`no account ${name} in a checked document`);
  const environment = environments[account.environment ?? ''];
  return {
    ...{ name, id: account.id, environment: account.environment ?? null },
    production: account.production ?? environment?.production ?? false,
    region: account.region ?? environment?.region ?? 'us-east-1',
    roleArn: environment?.roleArn ?? null,
    externalId: environment?.externalId ?? null,
  };
}
