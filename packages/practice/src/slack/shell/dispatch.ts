import type { AckReply } from '../acknowledged.ts';
import type { Delivery } from '../delivery-shape.ts';
import type { Json } from '../state.ts';
import type { Patience } from './options.ts';
import type { Timers } from './timers.ts';

/** How one attempt to deliver went. */
export interface Attempt {
  readonly outcome: 'acknowledged' | 'timeout' | 'unreachable';
  readonly payload: Json;
}

/** Which attempt this is; the reason is given from the first retry on. */
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

export type Send = (delivery: Delivery, retry: Retry | undefined) => Promise<Attempt>;

/** What a person sees of a delivery: how it went, how long it took, and the app's answer. */
export interface Settled extends AckReply {
  readonly outcome: Attempt['outcome'];
  readonly milliseconds: number;
}

interface Parts {
  readonly send: Send;
  readonly acknowledge: (delivery: Delivery, payload: Json) => AckReply;
  readonly patience: Patience;
  readonly timers: Timers;
}

/**
 * Makes the function that carries deliveries: it settles after the first attempt and goes on
 * retrying, where Slack would, behind the caller's back.
 */
export function dispatcher({ send, acknowledge, patience, timers }: Parts) {
  async function attempt(delivery: Delivery, retry: Retry | undefined): Promise<Settled> {
    const began = performance.now();
    const { outcome, payload } = await send(delivery, retry);
    const milliseconds = Math.round((performance.now() - began) * 100) / 100;
    // A dropped acknowledgement reached the network and went missing there.
    const dropped = (retry?.number ?? 0) < delivery.dropAcks;
    if (outcome !== 'acknowledged') return { outcome, milliseconds };
    if (dropped) return { outcome: 'timeout', milliseconds };
    return { outcome, milliseconds, ...acknowledge(delivery, payload) };
  }

  async function retry(delivery: Delivery, first: Settled): Promise<void> {
    let last = first;
    for (const [i, delay] of patience.retryDelaysMs.entries()) {
      if (!(await timers.wait(delay))) return;
      const reason = last.outcome === 'timeout' ? 'timeout' : 'connection_failed';
      last = await attempt(delivery, { number: i + 1, reason });
      if (last.outcome === 'acknowledged') return;
    }
  }

  return async function dispatch(delivery: Delivery): Promise<Settled> {
    if (delivery.delayMs > 0) await timers.wait(delivery.delayMs);
    const first = await attempt(delivery, undefined);
    const retried = patience.retry === 'all' || delivery.type === 'events_api';
    if (first.outcome !== 'acknowledged' && retried) void retry(delivery, first);
    return first;
  };
}
