import type { Config, KeptPlace } from '@sekisho/config';
import {
  CloudError,
  type HiddenObject,
  type KeepingCloud,
  type KeptLock,
} from '@sekisho/core/cloud';

/** A configuration by which checkpoints and backups are kept, in the bucket `kept`. */
export function keepsAll(config: Config): Config {
  const place = (prefix: string) => ({ bucket: 'kept', prefix, region: null });
  const places = { anchors: place('anchors/'), backups: place('backups/') };
  return { ...config, keeping: { ...config.keeping, ...places } };
}

/** Buckets in memory, whose clock a test gives. */
export interface FakeKeeping extends KeepingCloud {
  /** Text by bucket and key. */
  readonly objects: Map<string, { readonly text: string; readonly at: string }>;
  /** By bucket. */
  readonly locks: Map<string, KeptLock>;
  /** Removes an object behind a marker, as a bucket with versions does. */
  remove(id: string): void;
  /** From now on every call fails as this one did; null: it works again. */
  refuse(error: CloudError | null): void;
}

export function fakeKeeping(now: () => Date): FakeKeeping {
  const objects: FakeKeeping['objects'] = new Map();
  const locks: FakeKeeping['locks'] = new Map();
  const gone: (HiddenObject & { readonly id: string; readonly text: string })[] = [];
  let refusal: CloudError | null = null;
  const refuse = () => {
    if (refusal !== null) throw refusal;
  };
  const idOf = ({ bucket }: KeptPlace, key: string) => `${bucket}/${key}`;
  return {
    objects,
    locks,
    remove(id) {
      const one = objects.get(id);
      if (one === undefined) throw new Error(`nothing is at ${id}`);
      const key = id.slice(id.indexOf('/') + 1);
      gone.push({ ...one, id, key, version: `v${gone.length}` });
      objects.delete(id);
    },
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
    async hidden(place, newest) {
      refuse();
      const begin = idOf(place, place.prefix);
      const since = newest === null ? '' : dayBefore(newest.at);
      return gone
        .filter(({ id }) => id.startsWith(begin) && id.slice(begin.length) > since)
        .map(({ key, version, at }) => ({ key, version, at }))
        .toSorted((a, b) => (a.at < b.at ? 1 : -1));
    },
    async read(place, key, version) {
      refuse();
      const id = idOf(place, key);
      const one =
        version === undefined
          ? objects.get(id)
          : gone.find((each) => each.id === id && each.version === version);
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

function dayBefore(at: string): string {
  const day = new Date(Date.parse(at) - 86_400_000);
  return day.toISOString().slice(0, 10).replaceAll('-', '');
}
