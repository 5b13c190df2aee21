import { createDockerOpsCloud } from '@sekisho/docker';
import { describe, expect, it } from 'vitest';
import { hold, keepVolumes, server } from './answers.ts';
import { scopeOf, useStub } from './judge.ts';
import { type Answer, refusal } from './stub.ts';

const judge = useStub();
const list = (ms = 8000) => {
  const { hurried, scope } = judge.now();
  return hurried(ms).instancesByTag(scope, 'sekisho:lease', ['L-a']);
};

describe('an engine that', () => {
  it.each<readonly [string, Answer, string]>([
    ['never answers', 'hang', 'EngineTimedOut'],
    ['is cut off in the middle of its answer', 'cut', 'EngineTimedOut'],
    ['answers with an empty page', { status: 200, text: '' }, 'StrangeAnswer'],
    ['answers with a page', { status: 200, text: '<h1>It works</h1>' }, 'StrangeAnswer'],
    ['answers with an object', { status: 200, json: {} }, 'StrangeAnswer'],
    ['answers with other things', { status: 200, json: [{ name: 'x' }] }, 'StrangeAnswer'],
    ['is at its end', refusal(503, 'try later'), 'HTTP503'],
  ])('%s is never taken for one that has no containers', async (_title, answer, vendorCode) => {
    const { stub } = judge.now();
    stub.answer('GET /containers/json', answer);
    const isLate = vendorCode === 'EngineTimedOut';
    await expect(list(isLate ? 300 : 8000)).rejects.toMatchObject({
      ...{ name: 'CloudError', of: 'engine', failure: 'unknown-outcome', vendorCode },
    });
  });

  it('answers nonsense about its notes is not taken for one that has none', async () => {
    const { stub, cloud, scope } = judge.now();
    stub.answer('GET /volumes', { status: 200, text: '' });
    const strange = { failure: 'unknown-outcome', vendorCode: 'StrangeAnswer' };
    await expect(cloud.armedFor(scope, 'sekisho-L-a')).rejects.toMatchObject(strange);
    stub.answer(`GET /containers/L-a-1/json`, { status: 200, text: '<h1>It works</h1>' });
    await expect(cloud.terminate(scope, 'L-a-1')).rejects.toMatchObject(strange);
  });

  it('is not there, or refuses us, says so', async () => {
    const { stub, cloud } = judge.now();
    const nowhere = scopeOf(`${stub.endpoint}.gone`);
    await expect(cloud.agents(nowhere, ['a'])).rejects.toMatchObject({
      ...{ failure: 'unknown-outcome', vendorCode: 'ENOENT' },
    });
    stub.answer('GET /containers/json', refusal(403, 'authorization denied by plugin'));
    await expect(list()).rejects.toMatchObject({
      ...{ failure: 'denied', detail: 'authorization denied by plugin' },
    });
    stub.answer('GET /containers/a/json', refusal(401, 'who are you'));
    const { scope } = judge.now();
    await expect(cloud.agents(scope, ['a'])).rejects.toMatchObject({ failure: 'denied' });
  });

  it('has containers answers with them', async () => {
    const { stub } = judge.now();
    keepVolumes(stub);
    hold(stub, server('a', 'running'), server('b', 'running'));
    expect(await list()).toMatchObject([{ instanceId: 'aaaaaaaaaaaa', clientToken: 'L-a-1' }]);
  });

  it('has an address that is none is refused at once', async () => {
    const { cloud } = judge.now();
    const place = scopeOf('tcp://lab.example.internal:70000');
    await expect(cloud.agents(place, ['a'])).rejects.toMatchObject({
      ...{ failure: 'invalid', vendorCode: 'BadEndpoint' },
    });
  });
});

it('tells of every call that failed, and of none besides', async () => {
  const { stub, scope } = judge.now();
  const told: object[] = [];
  const cloud = createDockerOpsCloud({
    ...{ installation: 'house', folderOf: () => undefined },
    logger: { warn: (facts) => void told.push(facts) },
  });
  hold(stub);
  keepVolumes(stub);
  await cloud.disarm(scope, 'sekisho-L-a');
  await expect(cloud.stop(scope, 'gone')).rejects.toMatchObject({ failure: 'not-found' });
  expect(told).toMatchObject([{ call: 'stop', environment: 'lab', failure: 'not-found' }]);
});
