import { brokenText, forbiddenKey, tooDeep } from './refusals.ts';

const usuallyDeepest = 16;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

interface Step {
  readonly value: unknown;
  readonly path: readonly string[];
}

/**
 * Refuses JSON that no verb takes and that the database or a recursion behind it would choke on:
 * nested deep, with keys that shadow every object's own, with NUL or half of a surrogate pair in text.
 * Walks without recursion. Errors: `DoorRefusal` naming the field.
 */
export function judgeJson(value: unknown, deepest = usuallyDeepest): void {
  const steps: Step[] = [{ value, path: [] }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { value: here, path } = step;
    if (typeof here === 'string') judgeText(here, path);
    if (typeof here !== 'object' || here === null) continue;
    if (path.length >= deepest) throw tooDeep(fieldOf(path.slice(0, 1)));
    for (const [key, inner] of Object.entries(here)) {
      judgeText(key, path);
      if (forbiddenKeys.has(key)) throw forbiddenKey(fieldOf([...path, key]));
      steps.push({ value: inner, path: [...path, key] });
    }
  }
}

/** PostgreSQL keeps neither in its text and JSON. */
function judgeText(text: string, path: readonly string[]): void {
  if (!text.includes('\0') && text.isWellFormed()) return;
  const shown = text.slice(0, 40).toWellFormed().replaceAll('\0', '\u2400');
  throw brokenText(fieldOf(path), shown);
}

function fieldOf(path: readonly string[]): string {
  return path.join('.').slice(0, 100) || 'body';
}
