import { DoorRefusal } from './door-refusal.ts';

const deepest = 16;
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
export function judgeJson(value: unknown): void {
  const steps: Step[] = [{ value, path: [] }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { value: here, path } = step;
    if (typeof here === 'string') judgeText(here, path);
    if (typeof here !== 'object' || here === null) continue;
    if (path.length >= deepest) {
      throw refuse(path, '', 'it is nested too deep', '入れ子が深すぎます');
    }
    for (const [key, inner] of Object.entries(here)) {
      judgeText(key, path);
      if (forbiddenKeys.has(key)) throw refuse([...path, key], '', 'no such field', '項目がありません');
      steps.push({ value: inner, path: [...path, key] });
    }
  }
}

function judgeText(text: string, path: readonly string[]): void {
  if (text.includes('\0')) {
    const shown = text.replaceAll('\0', '\u2400').slice(0, 40);
    throw refuse(path, shown, 'it holds a NUL character', 'NUL 文字が含まれています');
  }
  if (!text.isWellFormed()) {
    const shown = text.toWellFormed().slice(0, 40);
    throw refuse(path, shown, 'it holds half of a character', '文字の片割れが含まれています');
  }
}

function refuse(path: readonly string[], value: string, en: string, ja: string): DoorRefusal {
  const field = path.join('.').slice(0, 100) || 'body';
  return new DoorRefusal({ status: 400, field, value, problem: { en, ja } });
}
