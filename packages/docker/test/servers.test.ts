import { describe, expect, it } from 'vitest';
import { hold, imageId, inspected, keepVolumes, nameTaken, note, server } from './answers.ts';
import { orderOf, useStub } from './judge.ts';
import { done, well } from './stub.ts';

const judge = useStub();
const inAnHour = { lease: 'L-a', at: '2026-10-27T01:00:00Z' };
const armed = note('switch', 'sekisho-L-a', inAnHour);
const a = server('a', 'running');
const id = a.id.slice(0, 12);

async function states(): Promise<readonly string[]> {
  const { cloud, scope } = judge.now();
  return (await cloud.instancesByTag(scope, 'sekisho:lease', ['L-a'])).map(({ state }) => state);
}

describe('a container', () => {
  it.each([
    ['created', []],
    ['running', ['running']],
    ['restarting', ['pending']],
    ['paused', ['stopped']],
    ['removing', ['shutting-down']],
    ['stopping', ['shutting-down']],
    ['exited', ['terminated']],
    ['dead', ['terminated']],
    // Nobody knows what it does: it may live.
    ['unknown', ['pending']],
  ])('that the engine calls %s is told of as %j', async (state, expected) => {
    const { stub } = judge.now();
    keepVolumes(stub);
    hold(stub, server('a', state));
    expect(await states()).toEqual(expected);
  });

  it('with the labels of another is not taken for that one’s launch', async () => {
    const { stub, cloud, scope } = judge.now();
    keepVolumes(stub);
    hold(stub, a, { ...a, id: 'c'.repeat(64), name: 'copy' });
    const found = await cloud.instancesByTag(scope, 'sekisho:lease', ['L-a']);
    expect(found.map(({ clientToken }) => clientToken)).toEqual(['L-a-1', null]);
  });

  it('is known in spite of notes that somebody else wrote, and of what they cannot mean', async () => {
    const { stub, cloud, scope } = judge.now();
    keepVolumes(
      ...[stub, armed, note('switch', 'sekisho-L-b', null), note('quarantine', id, {}, 'x')],
      ...[note('tags', id, { 'sekisho:holder': 7 }), note('prices', id, {})],
    );
    hold(stub, server('a', 'exited'));
    expect(await states()).toEqual(['terminated']);
    expect(await cloud.armedFor(scope, 'sekisho-L-b')).toBeNull();
    expect(await cloud.armedFor(scope, 'sekisho-L-a')).toBe(inAnHour.at);
    await cloud.arm(scope, { name: 'sekisho-L-b', ...inAnHour, lease: 'L-b' });
    expect(await cloud.armedFor(scope, 'sekisho-L-b')).toBe(inAnHour.at);
  });
});

describe('a launch', () => {
  it('whose name was taken meanwhile, and whose container was started meanwhile, is that one', async () => {
    const { stub, cloud, scope } = judge.now();
    keepVolumes(stub, armed);
    hold(stub);
    stub.answer('POST /containers/create', () => {
      hold(stub, server('a', 'created'));
      return nameTaken('L-a-1', a.id);
    });
    stub.answer(`POST /containers/${a.id}/start`, () => {
      hold(stub, a);
      return { status: 304, text: '' };
    });
    const launched = await cloud.launch(scope, orderOf('a'));
    expect(launched).toMatchObject({ instanceId: id, state: 'running' });
  });

  it('of a name that another image has is refused', async () => {
    const { stub, cloud, scope } = judge.now();
    keepVolumes(stub, armed);
    hold(stub, a);
    const other = orderOf('a', `sha256:${'2e'.repeat(32)}`);
    await expect(cloud.launch(scope, other)).rejects.toMatchObject({ failure: 'token-mismatch' });
  });

  it('takes what ended two days ago away in its own time, and notes of what is gone', async () => {
    const { stub, cloud, scope } = judge.now();
    const old = { created: Date.parse('2026-10-20') / 1000 };
    const long = { ...inAnHour, at: '2026-10-24T00:00:00Z' };
    const kept = keepVolumes(
      ...[stub, armed, note('switch', 'sekisho-L-x', { ...long, lease: 'L-x' })],
      ...[note('switch', 'sekisho-L-y', { ...inAnHour, lease: 'L-y' })],
      ...[note('tags', 'f'.repeat(12), {}), note('quarantine', 'c'.repeat(12), {})],
    );
    // Ended the day before yesterday, ended a day ago, in quarantine, and another installation's.
    const gone = server('b', 'exited', old);
    const strange = { ...gone.labels, 'sekisho:installation': 'another' };
    hold(
      stub,
      a,
      gone,
      server('c', 'exited', old),
      server('d', 'exited', { ...old, labels: strange }),
    );
    stub.answer(
      `GET /containers/${gone.id}/json`,
      well({ State: { FinishedAt: '2026-10-20T01:00:00Z' } }),
    );
    stub.answer(`DELETE /containers/${gone.id}`, done);
    await cloud.launch(scope, orderOf('a'));
    expect(stub.asked.filter((route) => route.startsWith('DELETE'))).toEqual([
      `DELETE /containers/${gone.id}`,
      'DELETE /volumes/sekisho-switch-sekisho-L-x-1',
      `DELETE /volumes/sekisho-tags-${'f'.repeat(12)}-1`,
    ]);
    expect(kept.size).toBe(3);
  });

  it('succeeds though tidying up never ends, and within the time of one call', async () => {
    const { stub, hurried, scope } = judge.now();
    keepVolumes(stub, armed);
    hold(stub, a);
    stub.answer('GET /containers/L-a-1/json', { late: 700, answer: well(inspected(a)) });
    stub.answer('GET /containers/json', 'hang');
    const begun = Date.now();
    expect(await hurried(1000).launch(scope, orderOf('a'))).toMatchObject({ instanceId: id });
    expect(Date.now() - begun).toBeLessThan(1500);
  });

  it('is of an image that outlives no server', async () => {
    const { stub, cloud, scope } = judge.now();
    const image = { Id: imageId, Created: '2026-10-01T00:00:00Z' };
    const wish = { name: 'ops:1', instanceType: '1cpu-2g' };
    stub.answer('GET /images/ops:1/json', well({ ...image, Config: { Volumes: null } }));
    expect(await cloud.resolveTemplate(scope, wish)).toMatchObject({ version: imageId });
    stub.answer('GET /images/ops:1/json', well({ ...image, Config: { Volumes: { '/data': {} } } }));
    await expect(cloud.resolveTemplate(scope, wish)).rejects.toMatchObject({
      ...{ failure: 'invalid', vendorCode: 'ImageHasVolumes' },
    });
  });
});
