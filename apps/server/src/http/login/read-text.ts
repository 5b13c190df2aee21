import { AppError } from '@sekisho/core';

/** A text of a call. Errors: `bad-input` when it is none, empty, or longer than `most` characters. */
export function readText(field: string, value: unknown, most: number): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text !== '' && text.length <= most) return text;
  const facts = { field, value: text.slice(0, 40), needed: `1–${most}` };
  throw new AppError('bad-input', { ...facts, problem: 'not-good' });
}
