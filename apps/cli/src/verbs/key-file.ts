import { readFile } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { unreadable } from './timeline-files.ts';

const pem = /-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----/g;
/** Ed25519, SPKI, base64. */
const key = /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/;

/**
 * Reads the public keys that may sign checkpoints: PEM, or base64 as checkpoints name theirs, one a line.
 * Errors: `Failure` when the file cannot be read, or holds anything else.
 */
export async function readKeys(host: Host, file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(host, file, error);
  });
  const wrapped = [...text.matchAll(pem)].map(([, body = '']) => body.replaceAll(/\s/g, ''));
  const bare = text.replaceAll(pem, '').split(/\s+/).filter(Boolean);
  const keys = [...wrapped, ...bare];
  if (keys.length === 0 || !keys.every((one) => key.test(one))) {
    throw new Failure('bad-input', say(host, 'not-keys', { file }));
  }
  return keys;
}
