import { type BlockPlace, blockPlaces } from '../attachments.ts';
import { deliverInteraction } from '../delivery.ts';
import { fail } from '../failure.ts';
import { newHook } from '../hook-id.ts';
import { findMessage, showMessage } from '../messages.ts';
import type { Json, Message } from '../state.ts';
import { newTrigger } from '../trigger.ts';
import type { World } from '../world.ts';
import { describeAction, findPlaced } from './action.ts';
import { collectValues } from './values.ts';
import { actor, placeOf } from './who.ts';

interface Click {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: unknown;
}

/** A person uses an element of a message. Errors: `message_not_found`, `action_not_found`, … */
export function click(
  world: World,
  { user, channel, ts, blockId, actionId, value }: Click,
  origin: string,
): Json {
  actor(world, user);
  const place = placeOf(world, user, channel);
  const message = findMessage(world, place.id, ts) ?? fail('message_not_found');
  const hidden = message.ephemeralFor !== undefined && message.ephemeralFor !== user;
  if (hidden) fail('message_not_found');
  const places = blockPlaces(message);
  const { place: where, element } = findPlaced(places, blockId, actionId);
  const { team } = world.state;
  const triggerId = newTrigger(world, user);
  const hook = newHook(world, { channel: place.id, user, messageTs: ts });
  const ephemeral = message.ephemeralFor !== undefined;
  const given = value === undefined ? {} : { [blockId]: { [actionId]: value } };
  deliverInteraction(world, user, {
    type: 'block_actions',
    container: containerOf(message, where),
    trigger_id: triggerId,
    channel: { id: place.id, name: place.name },
    ...(ephemeral ? {} : { message: showMessage(message, team.id) }),
    state: {
      values: collectValues(
        places.flatMap(({ blocks }) => blocks),
        given,
        {},
      ),
    },
    response_url: `${origin}/actions/${team.id}/${hook}`,
    actions: [describeAction(world, blockId, element, value)],
  });
  return { trigger_id: triggerId };
}

/** Slack names the attachment that a clicked element stands in. */
function containerOf({ ts, channel, ephemeralFor }: Message, { attachment }: BlockPlace): Json {
  const at = { message_ts: ts, channel_id: channel, is_ephemeral: ephemeralFor !== undefined };
  if (attachment === null) return { type: 'message', ...at };
  return { type: 'message_attachment', attachment_id: attachment, ...at, is_app_unfurl: false };
}
