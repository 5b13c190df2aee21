import { createHash } from 'node:crypto';
import type { Sli } from './declaration.ts';

/** Names a definition: two that are written the same, whatever the order of their keys, have one hash. */
export function definitionHash(format: unknown, sli: Sli): string {
  return createHash('sha256').update(canonical({ format, sli })).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
