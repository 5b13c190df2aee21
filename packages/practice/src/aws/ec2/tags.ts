import type { Tags } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { TagItem } from './input.ts';

/** Tags as EC2 answers them. */
export function tagSet(tags: Tags): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/**
 * Adds tags under EC2's rules: at most 50, keys to 128 and values to 256 characters, no `aws:` keys.
 * Source: "Tag restrictions" in the Amazon EC2 User Guide.
 */
export function withTags(tags: Tags, added: readonly TagItem[]): Tags {
  for (const { Key, Value } of added) judgeTag(Key, Value);
  const merged = { ...tags, ...Object.fromEntries(added.map(({ Key, Value }) => [Key, Value])) };
  if (Object.keys(merged).length > 50) {
    throw new Refusal('TagLimitExceeded', 'You have reached the maximum number of tags (50).');
  }
  return merged;
}

function judgeTag(key: string, value: string): void {
  if (key === '') {
    throw new Refusal('InvalidParameterValue', 'Tag keys must not be empty.');
  }
  if (key.toLowerCase().startsWith('aws:')) {
    throw new Refusal(
      'InvalidParameterValue',
      `Value ( ${key} ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use`,
    );
  }
  if (key.length > 128 || value.length > 256) {
    const [what, most] = key.length > 128 ? ['keys', 128] : ['values', 256];
    throw new Refusal(
      'InvalidParameterValue',
      `Tag ${what} may be at most ${most} characters long.`,
    );
  }
}
