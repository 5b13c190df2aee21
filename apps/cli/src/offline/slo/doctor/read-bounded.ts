import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { say } from '../../../sentences/say.ts';

const most = 64 * 1024 * 1024;
const patience = 30_000;

/**
 * The text of a file or of an address; more than 64 MiB of it is not read.
 * @param init of a request, where it is an address
 * Errors: `Failure` (exit code 2 for a file, 5 for an address), when it cannot be had.
 */
export async function readBounded(
  host: Host,
  name: string,
  init: RequestInit = {},
): Promise<string> {
  return /^https?:\/\//i.test(name) ? fetched(host, name, init) : fromFile(host, name);
}

async function fromFile(host: Host, name: string): Promise<string> {
  try {
    const handle = await open(name === '-' ? '/dev/stdin' : resolve(host.cwd, name));
    try {
      return await gather(handle.createReadStream({ autoClose: false }));
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure('bad-input', say(host, 'file-unreadable', { file: name, detail: code }));
  }
}

async function fetched(host: Host, name: string, init: RequestInit): Promise<string> {
  const unreachable = (detail: string) =>
    new Failure('unavailable', say(host, 'doctor-unreachable', { url: shown(name), detail }));
  let response: Response;
  try {
    response = await host.fetch(name, { ...init, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    throw unreachable(detailOf(error));
  }
  if (!response.ok) throw unreachable(`HTTP ${response.status}`);
  try {
    return response.body === null ? '' : await gather(response.body);
  } catch (error) {
    throw unreachable(detailOf(error));
  }
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    all.push(piece);
    size += piece.length;
    if (size >= most) break;
  }
  return Buffer.concat(all).subarray(0, most).toString('utf8');
}

function detailOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  return code ?? (error instanceof Error ? error.name : 'unknown');
}

/** An address without the password that may stand in it. */
function shown(name: string): string {
  const url = URL.parse(name);
  return url === null ? name : `${url.origin}${url.pathname}`;
}
