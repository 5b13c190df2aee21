import { fail } from './failure.ts';
import type { Channel, SlackState } from './state.ts';
import type { World } from './world.ts';
import { newId, seconds } from './world.ts';

/** Finds a channel by id or name; a user's id means the direct message with them. */
export function resolveChannel(world: World, wanted: string): Channel {
  const { state } = world;
  const found = state.channels[wanted] ?? byName(state, wanted.replace(/^#/, ''));
  if (found !== undefined) return found;
  if (state.people[wanted] !== undefined) return openIm(world, wanted);
  return fail('channel_not_found');
}

function byName(state: SlackState, name: string): Channel | undefined {
  return Object.values(state.channels).find((c) => c.kind === 'channel' && c.name === name);
}

/** The direct message between the bot and a person, made when it is not there. */
export function openIm(world: World, user: string): Channel {
  const { botUser } = world.state.app;
  const found = Object.values(world.state.channels).find(
    (c) => c.kind === 'im' && c.members.includes(user) && c.members.includes(botUser),
  );
  if (found !== undefined) return found;
  const id = newId(world.rng, 'D');
  const made: Channel = {
    id,
    name: 'directmessage',
    kind: 'im',
    archived: false,
    created: seconds(world.now),
    members: [user, botUser],
  };
  world.state = { ...world.state, channels: { ...world.state.channels, [id]: made } };
  world.changes.push({ type: 'channel_created', channel: id, user });
  return made;
}

/**
 * The channel, if the bot may write there.
 * Errors: `channel_not_found`, `is_archived`, `not_in_channel`.
 */
export function writableChannel(world: World, wanted: string): Channel {
  const channel = resolveChannel(world, wanted);
  if (channel.archived) fail('is_archived');
  if (!channel.members.includes(world.state.app.botUser)) fail('not_in_channel');
  return channel;
}
