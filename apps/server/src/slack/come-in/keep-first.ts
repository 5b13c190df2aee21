import { chat, type House } from '@sekisho/core';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { DoorLogger } from '../../door-logger.ts';
import type { Incoming } from './incoming.ts';
import { readIncoming } from './read-incoming.ts';
import type { Rush } from './rush.ts';

interface KeepFirst {
  readonly rush: Rush;
  readonly house: House;
  readonly logger: DoorLogger;
}

/**
 * Stands before Bolt: what comes in is in the inbox before anything can acknowledge it (Bolt
 * acknowledges events by itself), and what came before is acknowledged and dropped. When it
 * cannot be kept it is not acknowledged, so that Slack says so or sends it again.
 */
export function keepFirst(receiver: Receiver, parts: KeepFirst): Receiver {
  const keep = chat.createChatKeeper(parts.house);
  return {
    init(app) {
      const processEvent = (event: ReceiverEvent) => pass(app, event, { ...parts, keep });
      receiver.init({ processEvent } as unknown as App);
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

async function pass(
  app: App,
  event: ReceiverEvent,
  { house, logger, rush, keep }: KeepFirst & { readonly keep: chat.KeepChatEvent },
): Promise<void> {
  const incoming = readIncoming(event.body, house.clock.now());
  if (incoming === null) return app.processEvent(event);
  const isNew = await rush.during(() => keep({ key: incoming.key, payload: payloadOf(incoming) }));
  if (!isNew) {
    logger.debug({ key: incoming.key, retry: event.retryNum }, 'Slack sent it again');
    return event.ack();
  }
  return app.processEvent({ ...event, customProperties: { incoming } });
}

function payloadOf(incoming: Incoming): Readonly<Record<string, unknown>> {
  return { ...incoming };
}
