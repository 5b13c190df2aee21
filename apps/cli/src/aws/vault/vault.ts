/** Where secrets are kept between two commands, and never in plain text. */
export interface Vault {
  /** What is kept under a name; null when nothing is. */
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
  /** Forgets a name; one that is unknown is no error. */
  remove(name: string): Promise<void>;
}

/** Keeps secrets as long as this process lives. */
export function memoryVault(): Vault {
  const kept = new Map<string, string>();
  return {
    read: async (name) => kept.get(name) ?? null,
    write: async (name, text) => void kept.set(name, text),
    remove: async (name) => void kept.delete(name),
  };
}
