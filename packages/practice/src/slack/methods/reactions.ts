import { required } from '../arguments.ts';
import { fail } from '../failure.ts';
import { findMessage, replaceMessage } from '../messages.ts';
import type { Json } from '../state.ts';
import type { World } from '../world.ts';

/** `reactions.add`. Errors: `channel_not_found`, `message_not_found`, `already_reacted`. */
export function addReaction(world: World, args: Json): Json {
  const channel = world.state.channels[required(args, 'channel', 'channel_not_found')];
  if (channel === undefined) fail('channel_not_found');
  const message = findMessage(world, channel.id, required(args, 'timestamp', 'message_not_found'));
  if (message === undefined) fail('message_not_found');
  const name = required(args, 'name', 'invalid_name');
  const before = message.reactions ?? [];
  const same = before.find((reaction) => reaction.name === name);
  const user = world.state.app.botUser;
  if (same?.users.includes(user) === true) fail('already_reacted');
  const others = before.filter((reaction) => reaction !== same);
  const reactions = [...others, { name, users: [...(same?.users ?? []), user] }];
  replaceMessage(world, { ...message, reactions }, 'reaction_added');
  return {};
}
