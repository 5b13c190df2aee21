import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSigningKey, type Signer, signerFromPem } from '@sekisho/core';

/** The key that signs checkpoints: in the data directory, never in the database that it vouches for. */
export function openSigner(dataDirectory: string): Signer {
  const path = join(dataDirectory, 'signing-key.pem');
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) writeFileSync(path, newSigningKey(), { mode: 0o600, flag: 'wx' });
  return signerFromPem(readFileSync(path, 'utf8'));
}
