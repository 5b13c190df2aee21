import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';
import { promoteImage } from '../../../../test/support/promote-image.ts';

// Minutes of an engine's life are thousands of statements.
vi.setConfig({ testTimeout: 120_000 });

const bench = useBench((yaml) =>
  yaml.replace('idleAfter: 30m', 'imageAge: { warnAfter: 10d, refuseAfter: 90d }'),
);
const minute = 60;
const wish = { environment: 'staging' };
const lend = async () => {
  const id = await bench.ask(wish);
  await bench.live(10);
  return id;
};
const show = (id: string) => bench.as('sre', 'ops.show', { id });
const replace = (who: string, id: string, more = {}) =>
  bench.as(who, 'ops.replace', { id, ...more });
const imagesOf = (id: string) =>
  bench.living(id).map((instance) => bench.cloud.world.instances.get(instance.id)?.imageId);
const code = (wanted: string) => ({ code: wanted });

describe('a server that is replaced', () => {
  it('is gone before the next one comes, which bears the new image, holder, deadline and hard maximum', async () => {
    const id = await lend();
    const before = await show(id);
    const session = bench.inside(id, 'open-session');
    const fresh = promoteImage(bench.cloud);
    expect(await replace('engineer', id)).toMatchObject({ state: 'granting', instanceId: null });
    await bench.live(2 * minute);
    const { deadline, hardMaximum, readyAt, holder } = before;
    const after = await show(id);
    expect(after).toMatchObject({ state: 'active', imageId: fresh, imageOld: false });
    expect(after).toMatchObject({ deadline, hardMaximum, readyAt, holder });
    expect(after.instanceId).not.toBe(before.instanceId);
    expect(imagesOf(id)).toEqual([fresh]);
    expect(bench.cloud.world.sessions.get(session)?.endedAt).not.toBeNull();
    const entries = await bench.as('sre', 'timeline.list', { lease: id });
    const told = entries.find(({ action }) => action === 'ops.replace');
    expect(told?.data).toMatchObject({ from: before.imageId, to: fresh });
    await bench.as('engineer', 'ops.stop', { id });
    await bench.live(minute);
    expect(await bench.state(id)).toBe('ended');
  });

  it('is shown with the image that a replacement would be from, as soon as one is promoted', async () => {
    const id = await lend();
    expect(await show(id)).not.toHaveProperty('nextImage');
    const fresh = promoteImage(bench.cloud);
    await bench.live(30);
    const wanted = { imageId: fresh, imageProvenance: null };
    for (const verb of ['ops.show', 'lease.show'] as const) {
      expect((await bench.as('support', verb, { id })) as object).toMatchObject({
        nextImage: wanted,
      });
    }
    bench.fault({ kind: 'denied' });
    await bench.live(30);
    expect(await show(id)).not.toHaveProperty('nextImage');
    bench.fault();
    await replace('engineer', id);
    await bench.live(minute);
    expect(await show(id)).not.toHaveProperty('nextImage');
    // Also at once, whatever was seen of the parameter a moment before it named another.
    promoteImage(bench.cloud);
    await replace('engineer', id);
    await bench.live(28);
    expect((await show(id)) as object).toMatchObject({ state: 'active' });
    expect(await show(id)).not.toHaveProperty('nextImage');
  });

  it('may be replaced again and again, each time by a server with attempts of its own', async () => {
    const id = await lend();
    for (let round = 0; round < 4; round += 1) {
      const fresh = promoteImage(bench.cloud);
      await replace('engineer', id);
      await bench.live(minute);
      expect(await show(id)).toMatchObject({ state: 'active', imageId: fresh });
      expect(bench.living(id)).toHaveLength(1);
    }
    expect(bench.tokens(id)).toHaveLength(5);
  });

  it('is replaced once although AWS forgot the old one meanwhile, and after it was believed gone', async () => {
    const id = await lend();
    promoteImage(bench.cloud);
    const old = bench.living(id)[0]?.id ?? '';
    await replace('engineer', id);
    bench.cloud.world.instances.drop(old);
    await bench.live(minute);
    expect(bench.living(id)).toHaveLength(0);
    await bench.live(4 * minute);
    expect(await show(id)).toMatchObject({ state: 'active' });
    expect(bench.living(id)).toHaveLength(1);
  });

  it('ends with what was missing where the new one can never be had', async () => {
    const id = await bench.ask({ ...wish, for: '2h' });
    await bench.live(10);
    promoteImage(bench.cloud);
    bench.fault({ kind: 'capacity', operations: ['RunInstances'] });
    await replace('engineer', id);
    await bench.live(50 * minute);
    bench.fault();
    await bench.live(minute);
    const failed = { state: 'ended', ending: 'launch-failed', missing: 'no-capacity' };
    expect(await show(id)).toMatchObject(failed);
  });

  it('is found in the history, and its sessions known, by the server that it had before', async () => {
    const id = await lend();
    const [old] = bench.living(id);
    promoteImage(bench.cloud);
    await replace('engineer', id);
    await bench.live(2 * minute);
    const found = await bench.as('sre', 'ops.history', { search: old?.id ?? '' });
    expect(found.map((lease) => lease.id)).toEqual([id]);
  });

  it('ends at its deadline although the new one never came', async () => {
    const id = await lend();
    promoteImage(bench.cloud);
    await bench.live(24 * minute);
    bench.fault({ kind: 'capacity', operations: ['RunInstances'] });
    await replace('engineer', id);
    await bench.live(8 * minute);
    bench.fault();
    expect(await show(id)).toMatchObject({ state: 'ended', ending: 'deadline' });
    expect(bench.living(id)).toEqual([]);
  });
});

describe('replacing is refused', () => {
  it('to others than the holder and SREs', async () => {
    const id = await lend();
    promoteImage(bench.cloud);
    await expect(replace('support', id)).rejects.toMatchObject(code('not-yours'));
    expect(await replace('sre2', id)).toMatchObject({ state: 'granting' });
  });

  it('while the template names the same image, or work is held there that nobody gave up', async () => {
    const id = await lend();
    await expect(replace('engineer', id)).rejects.toMatchObject(code('image-unchanged'));
    promoteImage(bench.cloud);
    await bench.as('engineer', 'ops.hold', { id, for: '10m' });
    await expect(replace('engineer', id)).rejects.toMatchObject(code('lease-held'));
    expect(await replace('engineer', id, { force: true })).toMatchObject({ holdUntil: null });
  });

  it('while a process is held there, until it said so no more for three minutes', async () => {
    const id = await lend();
    promoteImage(bench.cloud);
    bench.inside(id, 'hold-process');
    await bench.live(minute);
    await expect(replace('sre', id)).rejects.toMatchObject(code('lease-held'));
    bench.inside(id, 'release-process');
    await bench.live(4 * minute);
    expect(await replace('sre', id)).toMatchObject({ state: 'granting' });
  });

  it('when the lease may end before the new one is ready, whose server lives on', async () => {
    const id = await lend();
    promoteImage(bench.cloud);
    await bench.live(26 * minute);
    const facts = { id, leftSeconds: expect.any(Number), neededSeconds: 300 };
    await expect(replace('engineer', id)).rejects.toMatchObject({
      code: 'replace-too-late',
      facts,
    });
    expect(bench.living(id)).toHaveLength(1);
    await bench.as('engineer', 'ops.extend', { id, by: '30m' });
    expect(await replace('engineer', id, { force: true })).toMatchObject({ state: 'granting' });
  });

  it('before the server is there, and for an image that is too old itself', async () => {
    const waiting = await bench.ask(wish);
    await expect(replace('engineer', waiting)).rejects.toMatchObject(code('not-ready'));
    const id = await lend();
    const place = { account: '222222222222', region: 'ap-northeast-1' };
    const Value = 'ami-02222222222220001';
    const Name = '/sekisho/images/ops-server/current';
    bench.cloud.send(place, 'PutParameter', { Name, Value, Overwrite: true });
    const facts = { ageDays: 120, maximumDays: 90 };
    await expect(replace('engineer', id)).rejects.toMatchObject({ code: 'image-too-old', facts });
  });
});
