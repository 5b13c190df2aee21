import { join } from 'node:path';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import type { Screen } from './screen.ts';
import { keychain } from './vault/keychain.ts';
import { sealedFile, Unopened } from './vault/sealed-file.ts';
import { memoryVault, type Vault } from './vault/vault.ts';

/** Shorter ones are guessed from the file, whatever a guess costs. */
const shortest = 8;

/** Folder of what this user's commands keep; it holds nothing in plain text. */
export function keptFolder({ env, home }: Pick<Host, 'env' | 'home'>): string {
  const state = env['XDG_STATE_HOME'];
  return join(state?.startsWith('/') ? state : join(home, '.local', 'state'), 'sekisho', 'aws');
}

/**
 * Where secrets are kept: the system's keychain; where there is none, or `SEKISHO_KEYCHAIN=off` says
 * so, a file under a passphrase; with `--no-cache`, nowhere.
 */
export async function openVault(screen: Screen, options: Asked['options']): Promise<Vault> {
  const { host } = screen;
  if (options['cache'] === false) return memoryVault();
  const ofSystem = host.env['SEKISHO_KEYCHAIN'] === 'off' ? null : await keychain();
  if (ofSystem !== null) return ofSystem;
  // Before anybody is asked for anything.
  const given = givenPassphrase(host);
  if (given === null && screen.terminal === null)
    throw new Failure('bad-input', say(host, 'aws-no-passphrase'));
  const file = join(keptFolder(host), 'secrets.sealed');
  const vault = sealedFile({
    host,
    file,
    passphrase: async (isNew) => given ?? typedPassphrase(screen, isNew),
  });
  return {
    read: async (name) => opened(host, vault.read(name)),
    write: async (name, text) => opened(host, vault.write(name, text)),
    remove: async (name) => opened(host, vault.remove(name)),
  };
}

async function opened<T>(host: Host, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof Unopened)) throw error;
    throw new Failure('refused', say(host, 'aws-unopened', { file: error.file }));
  });
}

async function typedPassphrase({ host, terminal }: Screen, isNew: boolean): Promise<string> {
  const question = say(host, isNew ? 'aws-new-passphrase' : 'aws-passphrase');
  const typed = longEnough(host, (await terminal?.ask(`${question} `, true)) ?? '');
  if (!isNew) return typed;
  const again = await terminal?.ask(`${say(host, 'aws-passphrase-again')} `, true);
  if (again === typed) return typed;
  throw new Failure('bad-input', say(host, 'aws-passphrases-differ'));
}

function givenPassphrase(host: Host): string | null {
  const given = host.env['SEKISHO_PASSPHRASE'];
  return given ? longEnough(host, given) : null;
}

function longEnough(host: Host, text: string): string {
  if (Array.from(text).length >= shortest) return text;
  throw new Failure('bad-input', say(host, 'aws-short-passphrase', { count: shortest }));
}
