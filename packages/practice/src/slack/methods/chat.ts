import { required, structured, text } from '../arguments.ts';
import { readAttachments } from '../attachments.ts';
import { resolveChannel, writableChannel } from '../channels.ts';
import { fail } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import {
  findMessage,
  readBlocks,
  removeMessage,
  replaceMessage,
  showMessage,
  storeMessage,
} from '../messages.ts';
import type { Json, Message } from '../state.ts';
import type { World } from '../world.ts';
import { nextTs } from '../world.ts';

interface Content {
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly metadata?: Json;
}

function readContent(world: World, args: Json, most: number): Content {
  const words = text(args, 'text');
  if (words.length > most) fail('msg_too_long');
  const blocks = readBlocks(world, args);
  const attachments = readAttachments(world, args);
  const empty = words === '' && (blocks ?? []).length === 0 && (attachments ?? []).length === 0;
  if (empty) fail('no_text');
  const metadata = structured(args, 'metadata', 'invalid_metadata_format');
  return {
    text: words,
    ...(blocks === undefined ? {} : { blocks }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(metadata === undefined ? {} : { metadata: metadata as Json }),
  };
}

/** `chat.postMessage`. Errors: `channel_not_found`, `not_in_channel`, `no_text`, `msg_too_long`, … */
export function postMessage(world: World, args: Json): Json {
  const channel = writableChannel(world, required(args, 'channel', 'channel_not_found'));
  const content = readContent(world, args, LIMITS.postText);
  const threadTs = text(args, 'thread_ts');
  if (threadTs !== '' && findMessage(world, channel.id, threadTs) === undefined)
    fail('thread_not_found');
  const { app, team } = world.state;
  const message = storeMessage(world, {
    ...content,
    channel: channel.id,
    user: app.botUser,
    botId: app.botId,
    ...(threadTs === '' ? {} : { threadTs }),
  });
  return { channel: channel.id, ts: message.ts, message: showMessage(message, team.id) };
}

/** `chat.postEphemeral`. Errors: those of `chat.postMessage`, and `user_not_in_channel`. */
export function postEphemeral(world: World, args: Json): Json {
  const channel = writableChannel(world, required(args, 'channel', 'channel_not_found'));
  const user = required(args, 'user', 'invalid_arguments');
  if (!channel.members.includes(user)) fail('user_not_in_channel');
  const content = readContent(world, args, LIMITS.postText);
  const { app } = world.state;
  const threadTs = text(args, 'thread_ts');
  const message = storeMessage(world, {
    ...content,
    channel: channel.id,
    user: app.botUser,
    botId: app.botId,
    ephemeralFor: user,
    ...(threadTs === '' ? {} : { threadTs }),
  });
  return { message_ts: message.ts };
}

/** `chat.update`. Errors: `message_not_found` (ephemeral ones too), `cant_update_message`, … */
export function updateMessage(world: World, args: Json): Json {
  const [message, error] = ownMessage(world, args, 'cant_update_message');
  if (error !== undefined) fail(error);
  const content = readContent(world, args, LIMITS.updateText);
  // Text alone keeps the blocks and attachments that were there (slackapi/python-slack-sdk#523).
  const updated: Message = { ...message, ...content, edited: nextTs(world) };
  replaceMessage(world, updated);
  const shown = showMessage(updated, world.state.team.id);
  return { channel: message.channel, ts: message.ts, text: updated.text, message: shown };
}

/** `chat.delete`. Errors: `message_not_found`, `cant_delete_message`. */
export function deleteMessage(world: World, args: Json): Json {
  const [message, error] = ownMessage(world, args, 'cant_delete_message');
  if (error !== undefined) fail(error);
  removeMessage(world, message);
  return { channel: message.channel, ts: message.ts };
}

function ownMessage(world: World, args: Json, refusal: string): [Message, string | undefined] {
  const id = required(args, 'channel', 'channel_not_found');
  const channel = world.state.channels[id] ?? fail('channel_not_found');
  const message = findMessage(world, channel.id, required(args, 'ts', 'message_not_found'));
  if (message === undefined || message.ephemeralFor !== undefined) return fail('message_not_found');
  return [message, message.user === world.state.app.botUser ? undefined : refusal];
}

/** `chat.getPermalink`. Errors: `channel_not_found`, `message_not_found`. */
export function getPermalink(world: World, args: Json): Json {
  const channel = resolveChannel(world, required(args, 'channel', 'channel_not_found'));
  const ts = required(args, 'message_ts', 'message_not_found');
  if (findMessage(world, channel.id, ts) === undefined) fail('message_not_found');
  const { domain } = world.state.team;
  const permalink = `https://${domain}.slack.example/archives/${channel.id}/p${ts.replace('.', '')}`;
  return { channel: channel.id, permalink };
}
