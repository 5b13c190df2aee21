import { judgeJson } from './judge-json.ts';
import { bodyTooLarge, notJson, wrongType } from './refusals.ts';

const largestBody = 64 * 1024;

/** Reads the body of a call, at most 64 kB, as one JSON object. Errors: `DoorRefusal`. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  demandJsonType(request);
  const text = decode(await readBytes(request));
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw notJson(text.slice(0, 40));
  }
  judgeJson(value);
  return value as Record<string, unknown>;
}

/** Reads a body of at most 64 kB, whatever length it declares. Errors: `DoorRefusal`. */
export async function readBytes(request: Request): Promise<Buffer<ArrayBuffer>> {
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

/** Errors: `DoorRefusal` unless the body is declared as JSON. */
export function demandJsonType(request: Request): void {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) throw wrongType(type);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notJson('');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson(text.slice(0, 40));
  }
}

function tooLarge() {
  return bodyTooLarge(largestBody / 1024);
}
