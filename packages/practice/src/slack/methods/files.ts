import { required, structured, text } from '../arguments.ts';
import { writableChannel } from '../channels.ts';
import { fail } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { findMessage, storeMessage } from '../messages.ts';
import type { Json, SlackFile } from '../state.ts';
import type { World } from '../world.ts';
import { newId } from '../world.ts';

/**
 * `files.getUploadURLExternal`: a place to send a file's bytes to.
 * Errors: `invalid_arguments` without a name or a length, `alt_txt_too_large`.
 */
export function getUploadUrl(world: World, args: Json): Json {
  const name = required(args, 'filename');
  const length = Number(required(args, 'length'));
  if (!Number.isInteger(length) || length < 1) fail('invalid_arguments');
  if (length > LIMITS.fileBytes) fail('file_upload_size_restricted');
  const id = newId(world.rng, 'F');
  const alt = text(args, 'alt_txt');
  if (alt.length > LIMITS.fileAltText) fail('alt_txt_too_large');
  putFile(world, { id, name, title: name, alt, length, data: null, complete: false, shared: [] });
  const base = text(args, 'socket_base').replace(/^ws/, 'http');
  return { upload_url: `${base}/upload/v1/${id}`, file_id: id };
}

/**
 * `files.completeUploadExternal`: the file exists from here on, and is shown where it is shared.
 * Errors: `file_not_found` for one without its bytes, `thread_not_found`, those of the channel.
 */
export function completeUpload(world: World, args: Json): Json {
  const wanted = structured(args, 'files', 'invalid_arguments');
  const files = (Array.isArray(wanted) ? wanted : []).map((each) => uploaded(world, each as Json));
  if (files.length === 0) fail('invalid_arguments');
  const wish = text(args, 'channel_id');
  const channel = wish === '' ? null : writableChannel(world, wish).id;
  const shared = channel === null ? [] : [channel];
  const done = files.map((file) => ({ ...file, complete: true, shared }));
  for (const file of done) putFile(world, file);
  if (channel !== null) share(world, channel, args, done);
  return { files: done.map(showFile) };
}

function uploaded({ state }: World, { id, title }: Json): SlackFile {
  const file = state.files?.[String(id)];
  if (file === undefined || file.data === null) return fail('file_not_found');
  return typeof title === 'string' ? { ...file, title } : file;
}

function share(world: World, channel: string, args: Json, files: readonly SlackFile[]): void {
  const threadTs = text(args, 'thread_ts');
  if (threadTs !== '' && findMessage(world, channel, threadTs) === undefined)
    fail('thread_not_found');
  const { app } = world.state;
  storeMessage(world, {
    ...{ channel, user: app.botUser, botId: app.botId, text: text(args, 'initial_comment') },
    files: files.map(showFile),
    ...(threadTs === '' ? {} : { threadTs }),
  });
}

/** Takes in what was sent to an upload's address. @returns the status of the answer */
export function takeUpload(world: World, id: string, bytes: string): number {
  const file = world.state.files?.[id];
  if (file === undefined || file.data !== null) return 404;
  if (Buffer.from(bytes, 'base64').length !== file.length) return 400;
  putFile(world, { ...file, data: bytes });
  return 200;
}

/** Keeps the newest: what is older is a name without bytes. */
function putFile(world: World, file: SlackFile): void {
  const { [file.id]: _, ...others } = world.state.files ?? {};
  const files = Object.values({ ...others, [file.id]: file }).slice(-LIMITS.keptFiles);
  world.state = { ...world.state, files: Object.fromEntries(files.map((one) => [one.id, one])) };
}

/** A file as the Web API and messages show it. */
function showFile({ id, name, title, alt, length }: SlackFile): Json {
  return { id, name, title, mimetype: 'image/png', size: length, alt_txt: alt };
}
