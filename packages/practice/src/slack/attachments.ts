import { isObject, structured } from './arguments.ts';
import { checkBlocks } from './blocks/block.ts';
import { completeBlocks } from './blocks/complete.ts';
import { checkString, objectAt } from './blocks/problems.ts';
import { fail, failWith } from './failure.ts';
import { LIMITS } from './limits.ts';
import type { Json, Message } from './state.ts';
import type { World } from './world.ts';

/**
 * Reads and checks the `attachments` of a message, the only parts that Slack draws a coloured band
 * beside. Errors: `invalid_attachments`, `too_many_attachments`.
 */
export function readAttachments(world: World, args: Json): Json[] | undefined {
  const value = structured(args, 'attachments', 'invalid_attachments');
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return fail('invalid_attachments');
  if (value.length > LIMITS.attachments) fail('too_many_attachments');
  const problems: string[] = [];
  for (const [i, item] of value.entries()) checkAttachment(problems, `/attachments/${i}`, item);
  if (problems.length > 0) failWith('invalid_attachments', problems);
  return value.filter(isObject).map((attachment, i) => complete(world, attachment, i + 1));
}

function checkAttachment(problems: string[], at: string, item: unknown): void {
  const attachment = objectAt(problems, at, item);
  if (attachment === undefined) return;
  checkString(problems, at, attachment, 'color', LIMITS.attachmentText);
  checkString(problems, at, attachment, 'text', LIMITS.attachmentText);
  checkString(problems, at, attachment, 'fallback', LIMITS.attachmentText);
  const { blocks } = attachment;
  if (blocks !== undefined) checkBlocks(problems, `${at}/blocks`, blocks, LIMITS.messageBlocks);
}

/** Slack numbers attachments from 1, keeps colours without their `#` and fills in what is read aloud. */
function complete({ rng }: World, attachment: Json, id: number): Json {
  const { color, text, fallback, blocks } = attachment;
  return {
    ...attachment,
    id,
    fallback: fallback ?? text ?? '[no preview available]',
    ...(typeof color === 'string' ? { color: color.replace(/^#/, '') } : {}),
    ...(blocks === undefined ? {} : { blocks: completeBlocks(rng, blocks) }),
  };
}

/** Where blocks of a message stand: in itself, or in the attachment of that number. */
export interface BlockPlace {
  readonly attachment: number | null;
  readonly blocks: readonly Json[];
}

/** Everything of a message that can hold an element, in the order in which it is read. */
export function blockPlaces({ blocks = [], attachments = [] }: Message): BlockPlace[] {
  const hung = attachments.map((attachment) => ({
    attachment: Number(attachment['id']),
    blocks: Array.isArray(attachment['blocks']) ? attachment['blocks'].filter(isObject) : [],
  }));
  return [{ attachment: null, blocks }, ...hung];
}
