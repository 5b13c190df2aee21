import { keychain } from '../aws/vault/keychain.ts';
import type { Vault } from '../aws/vault/vault.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { forgetSession, type KeptSession, keepSession, type TokenPlace } from './kept-session.ts';

/** A session with its token in hand. */
interface OpenSession {
  readonly url: string;
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * Keeps a session, its token where secrets are kept here: in the system's keychain, else under
 * `SEKISHO_PASSPHRASE`, else in the file that only this user reads.
 * Answers where it is. Errors: those of the file system and of the vault.
 */
export async function keepToken(host: Host, session: OpenSession): Promise<TokenPlace> {
  const { url, token, expiresAt } = session;
  const place = await placeHere(host);
  if (place === 'file') keepSession(host, { url, expiresAt, place, token });
  else {
    await (await vaultAt(host, place)).write(nameOf(url), token);
    keepSession(host, { url, expiresAt, place });
  }
  return place;
}

/**
 * The token of a kept session. One that lies in the file in clear moves to the keychain, or under the
 * passphrase, as soon as there is one.
 * Errors: `Failure` when the keychain or the passphrase is not there, or has it no more.
 */
export async function tokenOf(host: Host, kept: KeptSession): Promise<string> {
  const { url, place, token, expiresAt } = kept;
  if (token !== undefined) {
    // A keychain that does not let us in now is no reason to fail: the file is what there was.
    await moveFromFile(host, { url, token, expiresAt }).catch(() => undefined);
    return token;
  }
  const found = await (await vaultAt(host, place ?? 'file')).read(nameOf(url));
  if (found === null) throw new Failure('unauthenticated', say(host, 'session-lost', { url }));
  return found;
}

async function moveFromFile(host: Host, session: OpenSession): Promise<void> {
  if ((await placeHere(host)) !== 'file') await keepToken(host, session);
}

/** Forgets a session and its token. Errors: those of the vault: the session is then still known. */
export async function forgetToken(host: Host, { url, place }: KeptSession): Promise<void> {
  if (place === 'keychain' || place === 'sealed')
    await (await vaultAt(host, place)).remove(nameOf(url));
  forgetSession(host, url);
}

async function placeHere(host: Host): Promise<TokenPlace> {
  if (host.env['SEKISHO_KEYCHAIN'] !== 'off' && (await keychain()) !== null) return 'keychain';
  return host.env['SEKISHO_PASSPHRASE'] ? 'sealed' : 'file';
}

/** Nobody is asked for a passphrase at every command: it is in the environment, or the session is not to be had. */
async function vaultAt(host: Host, place: TokenPlace): Promise<Vault> {
  const ofSystem = place === 'keychain' ? await keychain() : null;
  if (ofSystem !== null) return ofSystem;
  if (place === 'keychain') throw new Failure('unavailable', say(host, 'session-no-keychain'));
  if (!host.env['SEKISHO_PASSPHRASE'])
    throw new Failure('unauthenticated', say(host, 'session-sealed'));
  const env = { ...host.env, SEKISHO_KEYCHAIN: 'off' };
  // SQLite comes with it, for its lock: most commands need neither.
  const { openVault } = await import('../aws/open-vault.ts');
  return openVault({ host: { ...host, env }, terminal: null, close: () => undefined }, {});
}

function nameOf(url: string): string {
  return `session ${url}`;
}
