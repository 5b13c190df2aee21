import { judgeJson } from './judge-json.ts';
import { type Reading, readBytes } from './read-bytes.ts';
import { notJson, wrongType } from './refusals.ts';

/** Bytes that the body of a call may have where nothing declares more. */
export const largestCall = 64 * 1024;

/**
 * Reads the body of a call, at most so many bytes, as one JSON object.
 * @param deepest objects and lists within each other
 * Errors: `DoorRefusal`; those of `reading`.
 */
export async function readJson(
  request: Request,
  largest = largestCall,
  deepest?: number,
  reading?: Reading,
): Promise<Record<string, unknown>> {
  demandJsonType(request);
  const text = decode(await readBytes(request, largest, reading));
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw notJson(text.slice(0, 40));
  }
  judgeJson(value, deepest);
  return value as Record<string, unknown>;
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
