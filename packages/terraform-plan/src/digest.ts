import { createHash } from 'node:crypto';
import type { ReadPlan } from './read-plan.ts';

/** A plan's summary and diff as JSON that is the same for the same content: names sorted, no spaces. */
export function canonicalPlan({ summary, diff }: ReadPlan): string {
  return JSON.stringify(sorted({ summary, diff }));
}

/** SHA-256 of what an approver saw, in lower-case hexadecimal. */
export function planDigest(plan: ReadPlan): string {
  return createHash('sha256').update(canonicalPlan(plan)).digest('hex');
}

/**
 * SHA-256 of a saved plan file, in lower-case hexadecimal, read piece by piece.
 * Errors: those of the stream.
 */
export async function planFileHash(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(names.map(([name, one]) => [name, sorted(one)]));
}
