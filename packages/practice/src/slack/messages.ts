import { isObject, structured } from './arguments.ts';
import { checkBlocks } from './blocks/block.ts';
import { completeBlocks } from './blocks/complete.ts';
import { fail, failWith } from './failure.ts';
import { LIMITS } from './limits.ts';
import type { Json, Message } from './state.ts';
import type { Change, World } from './world.ts';
import { nextTs } from './world.ts';

/** Reads and checks the `blocks` of a message. Errors: `invalid_blocks_format`, `invalid_blocks`. */
export function readBlocks(world: World, args: Json): Json[] | undefined {
  const value = structured(args, 'blocks', 'invalid_blocks_format');
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) fail('invalid_blocks_format');
  const problems: string[] = [];
  checkBlocks(problems, '/blocks', value, LIMITS.messageBlocks);
  checkFiles(problems, world, value);
  if (problems.length > 0) failWith('invalid_blocks', problems);
  return completeBlocks(world.rng, value);
}

/** Slack refuses a picture that is not there yet, or not any more. */
function checkFiles(problems: string[], { state }: World, blocks: readonly unknown[]): void {
  for (const [i, block] of blocks.entries()) {
    const file = isObject(block) && block['type'] === 'image' ? block['slack_file'] : undefined;
    if (!isObject(file) || state.files?.[String(file['id'])]?.complete === true) continue;
    problems.push(`invalid slack file [json-pointer:/blocks/${i}/slack_file]`);
  }
}

/** Stores a message and tells those who look. `ts` is given here. */
export function storeMessage(world: World, message: Omit<Message, 'ts'>): Message {
  const stored: Message = { ...message, ts: nextTs(world) };
  const before = world.state.messages[message.channel] ?? [];
  setMessages(world, message.channel, [...before.slice(1 - LIMITS.keptMessages), stored]);
  tell(world, 'message', stored);
  return stored;
}

/** Replaces a message in place. */
export function replaceMessage(
  world: World,
  message: Message,
  type: Change['type'] = 'message_changed',
): void {
  const before = world.state.messages[message.channel] ?? [];
  setMessages(
    world,
    message.channel,
    before.map((m) => (m.ts === message.ts ? message : m)),
  );
  tell(world, type, message);
}

/** Takes a message away. */
export function removeMessage(world: World, message: Message): void {
  const before = world.state.messages[message.channel] ?? [];
  setMessages(
    world,
    message.channel,
    before.filter((m) => m.ts !== message.ts),
  );
  tell(world, 'message_deleted', message);
}

/** Finds a message by channel and ts, ephemeral ones included. */
export function findMessage(world: World, channel: string, ts: string): Message | undefined {
  return world.state.messages[channel]?.find((message) => message.ts === ts);
}

function setMessages(world: World, channel: string, messages: readonly Message[]): void {
  world.state = { ...world.state, messages: { ...world.state.messages, [channel]: messages } };
}

function tell(world: World, type: Change['type'], message: Message): void {
  const { channel, ts, ephemeralFor: user } = message;
  world.changes.push(user === undefined ? { type, channel, ts } : { type, channel, ts, user });
}

/** A message as the Web API and interaction payloads show it. */
export function showMessage(
  message: Message,
  teamId: string,
  thread: readonly Message[] = [],
): Json {
  const last = thread.at(-1);
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    ...(message.botId === undefined ? {} : { bot_id: message.botId }),
    text: message.text,
    team: teamId,
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...(message.attachments === undefined || message.attachments.length === 0
      ? {}
      : { attachments: message.attachments }),
    ...(message.files === undefined ? {} : { files: message.files }),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...(message.edited === undefined ? {} : { edited: { user: message.user, ts: message.edited } }),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.ephemeralFor === undefined ? {} : { is_ephemeral: true }),
    ...(message.reactions === undefined
      ? {}
      : { reactions: message.reactions.map((r) => ({ ...r, count: r.users.length })) }),
    ...(last === undefined
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: thread.length,
          reply_users: [...new Set(thread.map((reply) => reply.user))],
          latest_reply: last.ts,
        }),
  };
}
