import { wrongKey } from './refusals.ts';

/** What every door takes as a key, as JSON Schema. */
export const keySchema = { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' } as const;

const good = new RegExp(keySchema.pattern);

/** Errors: `DoorRefusal` for a key that is longer than 200 characters or not plain ASCII. */
export function goodKey(field: string, key: unknown): string {
  if (typeof key === 'string' && good.test(key)) return key;
  const shown = typeof key === 'string' ? key : JSON.stringify(key);
  throw wrongKey(field, shown.slice(0, 40));
}
