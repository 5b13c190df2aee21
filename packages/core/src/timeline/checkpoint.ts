import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { canonicalJson } from '@sekisho/config';
import type { Checkpoint } from '@sekisho/contract';

/** Signs checkpoints. The key lives outside the database, so that whoever owns the database cannot forge one. */
export interface Signer {
  /** SPKI, base64. */
  readonly publicKey: string;
  /** Signature of `bytes`, base64. */
  sign(bytes: Uint8Array): string;
}

/** A new Ed25519 private key, PKCS#8 PEM. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A signer from a PEM private key. Errors: throws when it is not a key. */
export function signerFromPem(pem: string): Signer {
  const key = createPrivateKey(pem);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    publicKey: spki.toString('base64'),
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  };
}

type Unsigned = Omit<Checkpoint, 'signature'>;

function signedBytes({ installation, number, hash, at, publicKey }: Unsigned): Uint8Array {
  return Buffer.from(canonicalJson({ installation, number, hash, at, publicKey }));
}

/** A signed statement that the chain stood at `number` with `hash`. */
export function makeCheckpoint(signer: Signer, facts: Omit<Unsigned, 'publicKey'>): Checkpoint {
  const unsigned = { ...facts, publicKey: signer.publicKey };
  return { ...unsigned, signature: signer.sign(signedBytes(unsigned)) };
}

/** Whether a checkpoint bears a true signature of the key it names. */
export function checkpointHolds(checkpoint: Checkpoint): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(checkpoint.publicKey, 'base64'),
      type: 'spki',
      format: 'der',
    });
    return verify(null, signedBytes(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'));
  } catch {
    return false;
  }
}
