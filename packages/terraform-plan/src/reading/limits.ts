import { Unreadable } from './problem.ts';

/** What a plan may be at most. A plan of 5,000 resources has about 30 MB. */
export const planLimits = {
  /** Characters of its text, or of its strings and names together. */
  size: 64 * 1024 * 1024,
  /** Objects and lists within each other; Terraform's own schemas stay below 30. */
  depth: 120,
} as const;

export interface Limits {
  readonly size: number;
  readonly depth: number;
}

/** Parses text, or takes what was parsed, within limits. Errors: `Unreadable`. */
export function parseWithin(json: unknown, limits: Limits): unknown {
  if (typeof json !== 'string') return checked(json, limits);
  if (json.length > limits.size) throw new Unreadable({ code: 'too-large', limit: limits.size });
  try {
    return checked(JSON.parse(json.replace(/^\uFEFF/, '')), limits);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable({ code: 'not-json' });
  }
}

/** Walks with a list of its own: the depth of the input must not become the depth of our calls. */
function checked(root: unknown, { size, depth }: Limits): unknown {
  const values: unknown[] = [root];
  const depths: number[] = [1];
  let seen = 0;
  while (values.length > 0) {
    const value = values.pop();
    const at = depths.pop() ?? 0;
    if (at > depth) throw new Unreadable({ code: 'too-deep', limit: depth });
    seen += typeof value === 'string' ? value.length : 1;
    if (seen > size) throw new Unreadable({ code: 'too-large', limit: size });
    if (typeof value !== 'object' || value === null) continue;
    for (const name of Object.keys(value)) {
      if (!Array.isArray(value)) seen += name.length;
      values.push((value as Record<string, unknown>)[name]);
      depths.push(at + 1);
    }
  }
  return root;
}
