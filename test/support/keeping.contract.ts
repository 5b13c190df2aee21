import type { KeptPlace } from '@sekisho/config';
import type { KeepingCloud } from '@sekisho/core/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Somebody who plays the buckets: one without a lock, one that locks what is new for 30 days by GOVERNANCE. */
export interface KeepingJudge {
  readonly keeping: KeepingCloud;
  readonly open: string;
  readonly locked: string;
  readonly region: string | null;
  /** Lets what is kept next be later than what was kept last. */
  wait(): Promise<void>;
  /** Removes an object as whoever may remove does: behind a delete marker, where the bucket keeps versions. */
  remove(bucket: string, key: string): Promise<void>;
  close(): Promise<void>;
}

/** One suite of behaviours of `KeepingCloud`, whoever plays the buckets. */
export function describeKeeping(name: string, begin: () => Promise<KeepingJudge>): void {
  describe(`KeepingCloud on ${name}`, { timeout: 60_000 }, () => {
    let judge: KeepingJudge;
    let place: KeptPlace;
    beforeAll(async () => {
      judge = await begin();
      place = { bucket: judge.open, prefix: 'anchors/', region: judge.region };
    }, 120_000);
    afterAll(() => judge?.close());

    it('gives back what was kept, and the one that came last whatever its name', async () => {
      const { keeping } = judge;
      expect(await keeping.newest(place)).toBeNull();
      await keeping.write(place, 'anchors/b.json', '{"確かめ":1}\n');
      await judge.wait();
      await keeping.write(place, 'anchors/a.json', 'later');
      await keeping.write(place, 'elsewhere/c.json', 'beside');
      const newest = await keeping.newest(place);
      expect(newest).toEqual({ key: 'anchors/a.json', at: expect.stringMatching(/^\d{4}-.*Z$/) });
      expect(await keeping.read(place, 'anchors/b.json')).toBe('{"確かめ":1}\n');
    });

    it('writes nothing over', async () => {
      const { keeping } = judge;
      await keeping.write(place, 'anchors/once', 'first');
      const again = keeping.write(place, 'anchors/once', 'second');
      await expect(again).rejects.toMatchObject({ name: 'CloudError', failure: 'conflict' });
      expect(await keeping.read(place, 'anchors/once')).toBe('first');
    });

    it('says what is not there', async () => {
      const { keeping } = judge;
      const failed = keeping.read(place, 'anchors/nothing');
      await expect(failed).rejects.toMatchObject({ failure: 'not-found' });
    });

    it('tells of what was removed behind a marker, and still reads it', async () => {
      const { keeping } = judge;
      const versions = { ...place, bucket: judge.locked };
      for (const key of ['anchors/0-old', 'anchors/9-new']) {
        await keeping.write(versions, key, key);
        await judge.remove(judge.locked, key);
        await judge.wait();
      }
      expect(await keeping.newest(versions)).toBeNull();
      const hidden = await keeping.hidden(versions, null);
      expect(hidden.map(({ key }) => key)).toEqual(['anchors/9-new', 'anchors/0-old']);
      const [{ key, version } = { key: '', version: '' }] = hidden;
      expect(await keeping.read(versions, key, version)).toBe('anchors/9-new');
      await expect(keeping.read(versions, key)).rejects.toMatchObject({ failure: 'not-found' });
      const since = { key: 'anchors/1', at: '2026-05-01T00:00:00Z' };
      expect(await keeping.hidden(versions, since)).toEqual(hidden.slice(0, 1));
      await keeping.write(place, 'anchors/shown', 'x');
      expect(await keeping.hidden(place, null)).toEqual([]);
    });

    it('tells how long a bucket locks what is new, and that another does not', async () => {
      const { keeping } = judge;
      expect(await keeping.lock(place)).toBeNull();
      const locked = { ...place, bucket: judge.locked };
      expect(await keeping.lock(locked)).toEqual({ mode: 'GOVERNANCE', days: 30 });
    });
  });
}
