import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSigningKey, type Signer, signerFromPem } from '@sekisho/core';
import { writeFirst } from './write-first.ts';

/**
 * The key that signs checkpoints: in the data directory, never in the database that it vouches for.
 * Servers that share the directory share the key.
 */
export function openSigner(dataDirectory: string): Signer {
  const path = join(dataDirectory, 'signing-key.pem');
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) writeFirst(path, newSigningKey());
  return signerFromPem(readFileSync(path, 'utf8'));
}
