import { flag, text } from './arguments.ts';
import { readAttachments } from './attachments.ts';
import { SlackFailure } from './failure.ts';
import { readHook } from './hook-id.ts';
import { LIMITS } from './limits.ts';
import {
  findMessage,
  readBlocks,
  removeMessage,
  replaceMessage,
  storeMessage,
} from './messages.ts';
import type { Hook, Json, Message, SlackState } from './state.ts';
import type { World } from './world.ts';
import { savepoint } from './world.ts';

/** A plain-text answer of a `response_url`. */
export interface HookReply {
  readonly status: number;
  readonly body: string;
}

/**
 * Answers a POST to a `response_url`: at most five uses within thirty minutes.
 * Source: docs.slack.dev/interactivity/handling-user-interaction (message responses).
 */
export function answerHook(world: World, id: string, body: Json): HookReply {
  const hook = readHook(id);
  if (hook === undefined || hook.expiresAt <= world.now)
    return { status: 404, body: 'expired_url' };
  const uses = world.state.hookUses[shelfOf(id)]?.[id] ?? 0;
  if (uses >= LIMITS.hookUses) return { status: 404, body: 'used_url' };
  const takeBack = savepoint(world);
  try {
    world.state = { ...world.state, hookUses: countUse(world, id, uses + 1) };
    respond(world, hook, body);
    return { status: 200, body: 'ok' };
  } catch (cause) {
    if (!(cause instanceof SlackFailure)) throw cause;
    takeBack();
    const malformed = ['invalid_blocks', 'invalid_attachments'].includes(cause.error);
    return { status: malformed ? 400 : 404, body: cause.error };
  }
}

/** Where a hook's uses are kept: by two of its random characters, so that a use copies few of the others. */
function shelfOf(id: string): string {
  return id.slice(-7, -5);
}

function countUse(world: World, id: string, uses: number): SlackState['hookUses'] {
  const { hookUses } = world.state;
  const shelf = shelfOf(id);
  const live = Object.entries(hookUses[shelf] ?? {}).filter(
    ([known]) => (readHook(known)?.expiresAt ?? 0) > world.now,
  );
  return { ...hookUses, [shelf]: { ...Object.fromEntries(live), [id]: uses } };
}

/** Carries out a response: a new message, or a change of the one it answers. */
export function respond(
  world: World,
  hook: Pick<Hook, 'channel' | 'user' | 'messageTs'>,
  body: Json,
): void {
  const source =
    hook.messageTs === undefined ? undefined : findMessage(world, hook.channel, hook.messageTs);
  if (flag(body, 'delete_original')) {
    if (source !== undefined) removeMessage(world, source);
    return;
  }
  const content = contentOf(world, body);
  if (flag(body, 'replace_original') && source !== undefined) {
    replaceMessage(world, { ...source, ...content });
    return;
  }
  storeMessage(world, { ...content, ...addressOf(world, hook, body, source) });
}

function contentOf(world: World, body: Json): Pick<Message, 'text' | 'blocks' | 'attachments'> {
  const words = text(body, 'text');
  const blocks = readBlocks(world, body);
  const attachments = readAttachments(world, body);
  if (words === '' && blocks === undefined && attachments === undefined) {
    throw new SlackFailure('no_text');
  }
  return {
    text: words,
    ...(blocks === undefined ? {} : { blocks }),
    ...(attachments === undefined ? {} : { attachments }),
  };
}

function addressOf(
  world: World,
  hook: Pick<Hook, 'channel' | 'user'>,
  body: Json,
  source: Message | undefined,
): Omit<Message, 'ts' | 'text' | 'blocks' | 'attachments'> {
  const { app } = world.state;
  const threadTs = text(body, 'thread_ts') || source?.threadTs;
  return {
    channel: hook.channel,
    user: app.botUser,
    botId: app.botId,
    ...(text(body, 'response_type') === 'in_channel' ? {} : { ephemeralFor: hook.user }),
    ...(threadTs === undefined || threadTs === '' ? {} : { threadTs }),
  };
}
