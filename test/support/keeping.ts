import type { KeptPlace } from '@sekisho/config';
import { CloudError, type KeepingCloud, type KeptLock } from '@sekisho/core/cloud';

/** Buckets in memory, whose clock a test gives. */
export interface FakeKeeping extends KeepingCloud {
  /** Text by bucket and key. */
  readonly objects: Map<string, { readonly text: string; readonly at: string }>;
  /** By bucket. */
  readonly locks: Map<string, KeptLock>;
  /** From now on every call fails as this one did; null: it works again. */
  refuse(error: CloudError | null): void;
}

export function fakeKeeping(now: () => Date): FakeKeeping {
  const objects: FakeKeeping['objects'] = new Map();
  const locks: FakeKeeping['locks'] = new Map();
  let refusal: CloudError | null = null;
  const refuse = () => {
    if (refusal !== null) throw refusal;
  };
  const idOf = ({ bucket }: KeptPlace, key: string) => `${bucket}/${key}`;
  return {
    objects,
    locks,
    refuse: (error) => void (refusal = error),
    async newest(place) {
      refuse();
      const begin = idOf(place, place.prefix);
      const there = [...objects]
        .filter(([id]) => id.startsWith(begin))
        .toSorted(([, a], [, b]) => (a.at < b.at ? 1 : -1));
      const [first] = there;
      return first === undefined
        ? null
        : { key: first[0].slice(place.bucket.length + 1), at: first[1].at };
    },
    async read(place, key) {
      refuse();
      const one = objects.get(idOf(place, key));
      if (one === undefined) throw new CloudError('not-found', 'NoSuchKey', 'no such key');
      return one.text;
    },
    async write(place, key, text) {
      refuse();
      const id = idOf(place, key);
      if (objects.has(id)) throw new CloudError('conflict', 'PreconditionFailed', 'it is there');
      objects.set(id, { text, at: now().toISOString() });
    },
    async lock({ bucket }) {
      refuse();
      return locks.get(bucket) ?? null;
    },
  };
}
