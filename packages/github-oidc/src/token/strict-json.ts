import { TokenRefused } from './refused.ts';

/* JSON in which no object has one key twice: readers differ in which of the two they believe. */

const deepest = 6;
const strings = /"(?:[^"\\]|\\.)*"(\s*:)?/g;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a part of a token. Errors: `TokenRefused` `malformed` or `duplicate-claim`. */
export function readStrictJson(part: string): Readonly<Record<string, unknown>> {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(Buffer.from(part, 'base64url'));
    value = JSON.parse(text);
  } catch (error) {
    throw new TokenRefused('malformed', null, error);
  }
  if (!isRecord(value)) throw new TokenRefused('malformed');
  if (keysRead(value) !== keysWritten(text)) throw new TokenRefused('duplicate-claim');
  return value;
}

/** In JSON that parses, exactly the strings before a colon are keys. */
function keysWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(strings)) if (colon !== undefined) count += 1;
  return count;
}

function keysRead(value: object): number {
  let count = 0;
  let level: object[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === deepest) throw new TokenRefused('malformed');
    count += level.reduce(
      (sum, one) => sum + (Array.isArray(one) ? 0 : Object.keys(one).length),
      0,
    );
    level = level.flatMap((one) => Object.values(one).filter((each) => isObject(each)));
  }
  return count;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value);
}
