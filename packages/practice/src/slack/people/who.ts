import { fail } from '../failure.ts';
import type { Channel, Person } from '../state.ts';
import type { World } from '../world.ts';

/** The person who acts. Errors: `user_not_found`, `account_inactive`. */
export function actor(world: World, user: string): Person {
  const person = world.state.people[user] ?? fail('user_not_found');
  if (person.deleted) fail('account_inactive');
  return person;
}

/** The channel a person acts in. Errors: `channel_not_found`, which also hides what is not theirs. */
export function placeOf(world: World, user: string, wanted: string): Channel {
  const channel =
    world.state.channels[wanted] ??
    Object.values(world.state.channels).find(
      (c) => c.kind === 'channel' && `#${c.name}` === wanted,
    ) ??
    fail('channel_not_found');
  if (!channel.members.includes(user)) fail('channel_not_found');
  return channel;
}
