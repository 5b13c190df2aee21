import type { Pair } from '@sekisho/words';
import { DoorRefusal } from './door-refusal.ts';
import { judgeJson } from './judge-json.ts';

/** Bytes that the body of a call may have. */
export const largestBody = 64 * 1024;

/** Reads the body of a call as one JSON object. Errors: `DoorRefusal` naming what is wrong. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  demandJsonType(request);
  const value = parse(decode(await readBytes(request)));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse({ en: 'send one JSON object', ja: 'JSON オブジェクトを 1 つ送ってください' });
  }
  judgeJson(value);
  return { ...value };
}

/** Reads a body of at most `largestBody` bytes, whatever length it declares. Errors: `DoorRefusal`. */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largestBody) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function demandJsonType(request: Request): void {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return;
  throw new DoorRefusal({
    status: 415,
    field: 'Content-Type',
    value: type,
    problem: { en: 'send application/json in UTF-8', ja: 'application/json(UTF-8)で送ってください' },
  });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse({ en: 'it is not UTF-8', ja: 'UTF-8 ではありません' });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse({ en: 'it is not JSON', ja: 'JSON ではありません' }, text.slice(0, 40));
  }
}

function refuse(problem: Pair, value = ''): DoorRefusal {
  return new DoorRefusal({ status: 400, field: 'body', value, problem });
}

function tooLarge(): DoorRefusal {
  return new DoorRefusal({
    status: 413,
    field: 'body',
    value: '',
    problem: { en: 'send at most 64 kB', ja: '64 kB 以内で送ってください' },
  });
}
