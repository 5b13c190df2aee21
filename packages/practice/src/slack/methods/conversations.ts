import { flag, page, required, text } from '../arguments.ts';
import { openIm } from '../channels.ts';
import { fail } from '../failure.ts';
import { showMessage } from '../messages.ts';
import type { Channel, Json, Message } from '../state.ts';
import type { World } from '../world.ts';

/** A channel as `conversations.*` shows it to the bot. */
export function showChannel(channel: Channel, botUser: string): Json {
  const common = { id: channel.id, created: channel.created, is_archived: channel.archived };
  if (channel.kind === 'im') {
    const user = channel.members.find((member) => member !== botUser);
    return { ...common, is_im: true, is_channel: false, user };
  }
  return {
    ...common,
    name: channel.name,
    is_channel: true,
    is_im: false,
    is_private: false,
    is_member: channel.members.includes(botUser),
    num_members: channel.members.length,
  };
}

function channelOf(world: World, args: Json): Channel {
  return (
    world.state.channels[required(args, 'channel', 'channel_not_found')] ??
    fail('channel_not_found')
  );
}

/** `conversations.open`: a direct message with one person. Errors: `user_not_found`, `user_disabled`. */
export function openConversation(world: World, args: Json): Json {
  const users = required(args, 'users', 'users_list_not_supplied').split(',');
  const person = world.state.people[users[0] ?? ''];
  if (users.length !== 1) fail('not_enough_users');
  if (person === undefined) fail('user_not_found');
  if (person.deleted) fail('user_disabled');
  const known = Object.keys(world.state.channels).length;
  const channel = openIm(world, person.id);
  const already = Object.keys(world.state.channels).length === known;
  const shown = flag(args, 'return_im')
    ? showChannel(channel, world.state.app.botUser)
    : { id: channel.id };
  return { channel: shown, ...(already ? { no_op: true, already_open: true } : {}) };
}

/** `conversations.info`. Errors: `channel_not_found`. */
export function conversationInfo(world: World, args: Json): Json {
  return { channel: showChannel(channelOf(world, args), world.state.app.botUser) };
}

/** `conversations.list` */
export function conversationList(world: World, args: Json): Json {
  const types = (text(args, 'types') || 'public_channel').split(',');
  const wanted = Object.values(world.state.channels).filter(
    (c) =>
      types.includes(c.kind === 'im' ? 'im' : 'public_channel') &&
      !(c.archived && flag(args, 'exclude_archived')),
  );
  const [channels, more] = page(args, wanted);
  return { channels: channels.map((c) => showChannel(c, world.state.app.botUser)), ...more };
}

/** `conversations.join`. Errors: `is_archived`, `method_not_supported_for_channel_type`. */
export function joinConversation(world: World, args: Json): Json {
  const channel = channelOf(world, args);
  const { botUser } = world.state.app;
  if (channel.kind === 'im') fail('method_not_supported_for_channel_type');
  if (channel.archived) fail('is_archived');
  if (channel.members.includes(botUser)) {
    return { channel: showChannel(channel, botUser), warning: 'already_in_channel' };
  }
  const joined = { ...channel, members: [...channel.members, botUser] };
  world.state = { ...world.state, channels: { ...world.state.channels, [channel.id]: joined } };
  return { channel: showChannel(joined, botUser) };
}

function readable(world: World, args: Json): readonly Message[] {
  const channel = channelOf(world, args);
  if (!channel.members.includes(world.state.app.botUser)) fail('not_in_channel');
  const oldest = Number(text(args, 'oldest') || 0);
  const latest = Number(text(args, 'latest') || Number.POSITIVE_INFINITY);
  const inclusive = flag(args, 'inclusive');
  return (world.state.messages[channel.id] ?? []).filter((message) => {
    const at = Number(message.ts);
    const inside = inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
    return inside && message.ephemeralFor === undefined;
  });
}

/** `conversations.history`: newest first, replies left to their thread. */
export function history(world: World, args: Json): Json {
  const all = readable(world, args);
  const roots = all.filter((m) => m.threadTs === undefined || m.threadTs === m.ts).reverse();
  const [messages, more] = page(args, roots, 999);
  const shown = messages.map((m) =>
    showMessage(
      m,
      world.state.team.id,
      all.filter((r) => r.threadTs === m.ts),
    ),
  );
  return { messages: shown, has_more: messages.length < roots.length, ...more };
}

/** `conversations.replies`: the parent first, then its replies. Errors: `thread_not_found`. */
export function replies(world: World, args: Json): Json {
  const ts = required(args, 'ts', 'thread_not_found');
  const all = readable(world, args);
  const thread = all.filter((m) => m.threadTs === ts);
  const parent = all.find((m) => m.ts === ts) ?? fail('thread_not_found');
  const [messages, more] = page(args, [parent, ...thread]);
  const shown = messages.map((m) =>
    showMessage(m, world.state.team.id, m === parent ? thread : []),
  );
  return { messages: shown, has_more: messages.length <= thread.length, ...more };
}
