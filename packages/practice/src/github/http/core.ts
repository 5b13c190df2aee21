import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { GithubState, SigningKey } from '../state.ts';
import type { Call, ReplyTo } from '../step.ts';
import { step } from '../step.ts';
import type { Delivery, Rng } from '../world.ts';
import { Refusal } from '../world.ts';

/** The living GitHub: the one place where its state is replaced. */
export interface Core {
  state(): GithubState;
  /** Runs one call. Errors: `Refusal`. */
  run<Wanted extends Call>(call: Wanted): ReplyTo<Wanted>;
}

interface Parts {
  readonly first: GithubState;
  readonly clock: () => number;
  readonly rng: Rng;
  readonly issuer: () => string;
  readonly deliver: (delivery: Delivery, state: GithubState) => void;
  readonly changed: (state: GithubState, before: GithubState) => void;
}

/** Starts a GitHub from its first state. */
export function startCore({ first, clock, rng, issuer, deliver, changed }: Parts): Core {
  let state = first;
  return {
    state: () => state,
    run(call) {
      const next = step(state, call, { now: clock(), rng, issuer: issuer() });
      const before = state;
      state = next.state;
      if (state !== before) changed(state, before);
      for (const delivery of next.deliveries) deliver(delivery, state);
      if (next.reply instanceof Refusal) throw next.reply;
      return next.reply;
    },
  };
}

/** A fresh key to sign with. */
export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { kty = '', n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return {
    kid: randomUUID(),
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicJwk: { kty, n, e },
  };
}

/**
 * Sends an event to a webhook, signed as GitHub signs. Errors: when nobody is there, or takes it.
 * Source: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
export async function sendEvent(url: string, secret: string, { event, body }: Delivery) {
  const text = JSON.stringify(body);
  const seal = createHmac('sha256', secret).update(text).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${seal}`,
  };
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(url, { method: 'POST', headers, body: text, signal });
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
}
