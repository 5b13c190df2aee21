/** What a server found of itself when it had booted. */
export interface Inspection {
  /** SHA-256 of its list of packages. */
  readonly packages: string;
  /** Commands that did not answer, and units that were not active. */
  readonly silent: readonly string[];
  readonly down: readonly string[];
}

/**
 * Reads the last whole line that images/ops-server's `inspect` wrote on a console; null while there is none. It is
 * written several times, because the kernel may write into the midst of a line.
 */
export function readInspection(text: string): Inspection | null {
  const line = /sekisho-inspection packages=([0-9a-f]{64}) silent=(\S*) down=(\S*) end(?!\S)/g;
  const found = [...text.matchAll(line)].at(-1);
  if (found === undefined) return null;
  const [, packages = '', silent = '', down = ''] = found;
  return { packages, silent: namesIn(silent), down: namesIn(down) };
}

function namesIn(list: string): readonly string[] {
  return list.split(',').filter((name) => name !== '');
}
