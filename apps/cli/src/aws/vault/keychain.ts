import type { Vault } from './vault.ts';

const service = 'sekisho';
/**
 * On Linux the keyring of the desktop and nothing else: the kernel's own, which the library would
 * take in its place, forgets all at the next start and is not kept apart from other programs.
 */
const onlyOf = { linux: { store: 'secret-service' } } as const;

/** The vault of the operating system; null where there is none, or where it does not let us in. */
export async function keychain(): Promise<Vault | null> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    const entry = (name: string) => new AsyncEntry(service, name, onlyOf);
    await entry('probe').getPassword();
    return {
      read: async (name) => (await entry(name).getPassword()) ?? null,
      write: async (name, text) => entry(name).setPassword(text),
      remove: async (name) => void (await entry(name).deletePassword()),
    };
  } catch {
    return null; // no such service on this machine, or no build of the library for it
  }
}
