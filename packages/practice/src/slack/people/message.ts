import { openIm } from '../channels.ts';
import { deliverEvent } from '../delivery.ts';
import { fail } from '../failure.ts';
import { findMessage, storeMessage } from '../messages.ts';
import type { Json } from '../state.ts';
import type { World } from '../world.ts';
import { newHex } from '../world.ts';
import { actor, placeOf } from './who.ts';

interface Typed {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string | undefined;
}

/**
 * A person writes a message: the app hears of it when it is mentioned, or in a direct message.
 * Errors: `no_text`, `thread_not_found`, those of the person and channel.
 */
export function typeMessage(world: World, { user, channel, text, threadTs }: Typed): Json {
  actor(world, user);
  const place =
    channel === world.state.app.botUser ? openIm(world, user) : placeOf(world, user, channel);
  if (text.trim() === '') fail('no_text');
  if (threadTs !== undefined && findMessage(world, place.id, threadTs) === undefined)
    fail('thread_not_found');
  const thread = threadTs === undefined ? {} : { threadTs };
  const message = storeMessage(world, { channel: place.id, user, text, ...thread });
  const { team, app } = world.state;
  const event = {
    user,
    ts: message.ts,
    client_msg_id: newHex(world.rng, 32),
    text,
    team: team.id,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    channel: place.id,
    event_ts: message.ts,
  };
  const mentioned = text.includes(`<@${app.botUser}>`) && place.members.includes(app.botUser);
  if (place.kind === 'im') deliverEvent(world, { type: 'message', channel_type: 'im', ...event });
  else if (mentioned) deliverEvent(world, { type: 'app_mention', ...event });
  return { channel: place.id, ts: message.ts };
}
