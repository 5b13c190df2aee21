import type { chat } from '@sekisho/core';
import type { Parts } from '../parts.ts';

const patienceMs = 10_000;

/** A picture to be uploaded. */
export interface Upload {
  readonly name: string;
  /** What is read aloud in its place. */
  readonly text: string;
  readonly bytes: Buffer;
}

/**
 * Uploads a picture into the thread of a card: a file that is shared nowhere is seen by the app alone.
 * Source: https://docs.slack.dev/messaging/working-with-files (upload in three steps)
 * Errors: throws what Slack answers, or when the bytes were not taken.
 * @returns the file's id; null when the app has no scope for files
 */
export async function upload(
  { client }: Pick<Parts, 'client'>,
  { name, text, bytes }: Upload,
  card: chat.CardPlace,
): Promise<string | null> {
  const given = await client
    .apiCall('files.getUploadURLExternal', {
      ...{ filename: name, length: bytes.length, alt_txt: text },
    })
    .catch((error: unknown) => {
      if (String(error).includes('missing_scope')) return null;
      throw error;
    });
  if (given === null) return null;
  const { upload_url: url, file_id: id } = given as { upload_url?: string; file_id?: string };
  if (url === undefined || id === undefined) throw new Error('Slack named no place to upload to');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!answer.ok) throw new Error(`the upload was answered ${answer.status}`);
  await client.files.completeUploadExternal({
    files: [{ id, title: name }],
    channel_id: card.channel,
    thread_ts: card.message,
  });
  return id;
}
