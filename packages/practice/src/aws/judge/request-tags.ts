import type { Tags } from '../world/records.ts';

interface Pair {
  readonly Key: string;
  readonly Value?: string;
}

interface Specification {
  readonly ResourceType: string;
  readonly Tag?: readonly Pair[];
}

/** The tags that a call would put on something that is there, or names otherwise. */
export function tagsOf(input: Readonly<Record<string, unknown>>): Tags {
  const given = [input['Tag'], input['Tags']].flatMap((value) =>
    Array.isArray(value) ? (value as readonly Pair[]) : [],
  );
  return toTags(given);
}

/** The tags that a launch would put on what it makes, by kind of resource. */
export function tagsAtLaunch(input: Readonly<Record<string, unknown>>): ReadonlyMap<string, Tags> {
  const given = (input['TagSpecification'] ?? []) as readonly Specification[];
  const kinds = [...new Set(given.map(({ ResourceType }) => ResourceType))];
  const pairsOf = (kind: string) =>
    given.flatMap(({ ResourceType, Tag }) => (ResourceType === kind ? (Tag ?? []) : []));
  return new Map(kinds.map((kind) => [kind, toTags(pairsOf(kind))]));
}

function toTags(pairs: readonly Pair[]): Tags {
  return Object.fromEntries(pairs.map(({ Key, Value }) => [Key, Value ?? '']));
}
