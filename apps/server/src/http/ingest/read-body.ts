import { DoorRefusal } from '../../door-refusal.ts';
import { readBytes } from '../../read-bytes.ts';
import { demandJsonType } from '../../read-json.ts';
import { notJson } from '../../refusals.ts';

/** Bytes of one push: a day of minutes takes half of it. */
const largestPush = 256 * 1024;

/** Reads a push as JSON of any form. Errors: `DoorRefusal` with 413, 415 or 400. */
export async function readPushBody(request: Request): Promise<unknown> {
  demandJsonType(request);
  const bytes = await readBytes(request, largestPush);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw notJson('');
  }
}

/** A push that will never be accepted as it is. @param expected what the field should be */
export function wrongPush(field: string, expected: string): DoorRefusal {
  return new DoorRefusal({
    ...{ status: 422, field, value: '' },
    why: {
      en: `"${field}" of the push has to be ${expected}.`,
      ja: `プッシュの「${field}」の値を受け付けられません。`,
    },
    fix: {
      en: 'Update the plug-in that sends it.',
      ja: '送信元のプラグインを更新してください。',
    },
  });
}
