import type { Config, PersonConfig } from '@sekisho/config';

/** What a provider said of somebody, after its signature was checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** Whom a provider's claims mean, or why nobody. */
export type Found =
  | { readonly person: PersonConfig }
  | { readonly refused: 'email-unverified' | 'not-in-roster'; readonly who: string };

/**
 * The person of the roster whom claims mean: by the verified e-mail address, or by the subject that
 * the roster records for this issuer. Never by both: a provider where people write their own address
 * must not be asked for it.
 */
export function whoIs(config: Config, claims: Claims): Found {
  const { login, people } = config;
  if (login === null) throw new Error('nobody logs in where no provider is set up');
  const named = claims[login.claim];
  const who = typeof named === 'string' ? named.slice(0, 200) : '';
  if (login.claim !== 'email') {
    const person = people.find(
      ({ oidc }) => oidc !== null && oidc.issuer === claims['iss'] && oidc.subject === who,
    );
    return person && who !== '' ? { person } : { refused: 'not-in-roster', who };
  }
  if (claims['email_verified'] !== true) return { refused: 'email-unverified', who };
  const person = people.find(
    ({ email }) => email !== null && email.toLowerCase() === who.toLowerCase(),
  );
  return person ? { person } : { refused: 'not-in-roster', who };
}
