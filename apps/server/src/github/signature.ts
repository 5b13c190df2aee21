import { createHmac } from 'node:crypto';
import { sameSecret } from '../same-secret.ts';

/**
 * Whether GitHub signed these very bytes with our secret: `X-Hub-Signature-256` is `sha256=` and the
 * hexadecimal HMAC of the body. Compared in a time that tells nothing.
 * Source: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function isSigned(body: Uint8Array, secret: string, signature: string): boolean {
  if (secret === '') return false;
  const ours = createHmac('sha256', secret).update(body).digest('hex');
  return sameSecret(signature, `sha256=${ours}`);
}
