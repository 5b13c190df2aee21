import type { Tags } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { TagItem } from './input.ts';

/** Tags as EC2 answers them. */
export function tagSet(tags: Tags): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/**
 * Adds tags under EC2's rules: at most 50, keys to 128 and values to 256 characters, no `aws:` keys,
 * no key twice in one call.
 * Source: "Tag restrictions" in the Amazon EC2 User Guide.
 */
export function withTags(tags: Tags, added: readonly TagItem[]): Tags {
  for (const { Key, Value } of added) judgeTag(Key, Value);
  const twice = added.find(({ Key }, index) => added.findIndex((one) => one.Key === Key) !== index);
  if (twice !== undefined) {
    throw new Refusal('InvalidParameterValue', `Duplicate tag key '${twice.Key}' specified.`);
  }
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

/**
 * Refuses tags that instance metadata could not show: their keys are parts of its paths.
 * Source: "View tags for your EC2 instances using instance metadata" in the Amazon EC2 User Guide.
 */
export function judgeMetadataTags(tags: Tags): void {
  const wrong = Object.keys(tags).find(
    (key) => !/^[0-9a-zA-Z\-_+=,.@:]{1,255}$/.test(key) || ['.', '..', '_index'].includes(key),
  );
  if (wrong === undefined) return;
  throw new Refusal(
    'InvalidParameterValue',
    `'${wrong}' is not a valid tag key. Tag keys must match pattern ([0-9a-zA-Z\\-_+=,.@:]{1,255}), and must not be a reserved name ('.', '..', '_index')`,
  );
}
