import { CreateTagsCommand } from '@aws-sdk/client-ec2';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImageStore, type ImageStore } from '../../src/images/index.ts';
import {
  imageInspectPolicy,
  imagePromotePolicy,
  imagePublishPolicy,
  type PolicyDocument,
} from '../../src/policies/index.ts';
import { account, type Hands, type House, openHouse, place, region } from './house.ts';
import { refused } from './refused.ts';

const folder = '/sekisho/images/ops-server';
const [old, fresh] = ['ami-02222222222220001', 'ami-02222222222220002'] as const;
const without = (document: PolicyDocument, sid: string): PolicyDocument => ({
  ...document,
  Statement: document.Statement.filter(({ Sid }) => Sid !== sid),
});
const roles = {
  publish: imagePublishPolicy(place),
  promote: imagePromotePolicy(place),
  'promote-no-snapshots': without(imagePromotePolicy(place), 'TakeAwaySnapshots'),
  inspect: imageInspectPolicy(place),
};

let house: House;
const stores: ImageStore[] = [];
const storeOf = async (role: keyof typeof roles) => {
  const { ec2 } = await house.as(role, role);
  const credentials = await ec2.config.credentials();
  const store = createImageStore({ endpoint: house.url, region, credentials, takenWithinMs: 300 });
  stores.push(store);
  return store;
};
const build = (id: string, more: object = {}) =>
  fetch(`${house.url}/_practice/image`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, region, id, ...more }),
  }).then((answer) => expect(answer.status).toBe(200));
const denied = { failure: 'denied' };

beforeAll(async () => {
  house = await openHouse({ roles });
});
afterAll(async () => {
  for (const store of stores) store.close();
  await house.close();
});

describe('whoever publishes images', () => {
  it('writes the candidate, and never what new servers get', async () => {
    const store = await storeOf('publish');
    await store.write(`${folder}/candidate`, old, 'image');
    await store.write(`${folder}/candidate-provenance`, '{}', 'text');
    expect((await store.read([`${folder}/candidate`])).get(`${folder}/candidate`)).toBe(old);
    for (const name of ['current', 'provenance', 'packages']) {
      await expect(store.write(`${folder}/${name}`, old, 'text')).rejects.toMatchObject(denied);
    }
    await expect(store.deregister(old)).rejects.toMatchObject(denied);
  });
});

describe('whoever promotes images', () => {
  it('writes what new servers get, and no candidate', async () => {
    const store = await storeOf('promote');
    await store.write(`${folder}/current`, old, 'image');
    await store.write(`${folder}/current`, fresh, 'image');
    expect(await store.history(`${folder}/current`)).toEqual([fresh, old, fresh]);
    await expect(store.write(`${folder}/candidate`, old, 'image')).rejects.toMatchObject(denied);
  });

  it('is told of an image that AWS never takes, although writing it succeeded', async () => {
    const store = await storeOf('promote');
    const gone = 'ami-0123456789abcdef0';
    const asked = store.write(`${folder}/current`, gone, 'image');
    await expect(asked).rejects.toMatchObject({ vendorCode: 'ImageNotTaken' });
    expect((await store.read([`${folder}/current`])).get(`${folder}/current`)).toBe(fresh);
  });

  it('takes images away with their snapshots, or says which snapshots stayed', async () => {
    await build('ami-0aaaaaaaaaaaaaaa1');
    await build('ami-0aaaaaaaaaaaaaaa2');
    await build('ami-0aaaaaaaaaaaaaaa3', { tags: {} });
    const [whole, narrow] = [await storeOf('promote'), await storeOf('promote-no-snapshots')];
    expect(await whole.deregister('ami-0aaaaaaaaaaaaaaa1')).toEqual([]);
    expect(await narrow.deregister('ami-0aaaaaaaaaaaaaaa2')).toEqual(['snap-0aaaaaaaaaaaaaaa2']);
    await expect(whole.deregister('ami-0aaaaaaaaaaaaaaa3')).rejects.toMatchObject(denied);
  });
});

describe('whoever inspects a canary', () => {
  const tags = (environment: string) => ({
    'sekisho:installation': place.installation,
    'sekisho:lease': 'ops-1',
    'sekisho:environment': environment,
  });

  it('reads what canaries wrote on their consoles, and of no other server', async () => {
    await build(fresh, { prints: 'hello from within\n' });
    const store = await storeOf('inspect');
    const canary = await house.launch(tags('image-canary'));
    const seen = { imageId: fresh, state: 'running', console: 'hello from within\n' };
    expect(await store.server(canary)).toEqual(seen);
    expect(await store.server('i-0123456789abcdef0')).toBeNull();
    for (const other of [
      tags('production'),
      { ...tags('image-canary'), 'sekisho:installation': 'another' },
    ]) {
      await expect(store.server(await house.launch(other))).rejects.toMatchObject(denied);
    }
  });

  it('changes nothing and enters nothing', async () => {
    const hands: Hands = await house.as('inspect', 'canary');
    const canary = await house.launch(tags('image-canary'));
    const Name = `${folder}/candidate`;
    const write = new PutParameterCommand({ Name, Value: old, Overwrite: true });
    await refused(hands.ssm.send(write), 'ssm:PutParameter');
    const Tags = [{ Key: 'sekisho:holder', Value: 'canary' }];
    const tag = new CreateTagsCommand({ Resources: [canary], Tags });
    await refused(hands.ec2.send(tag), 'ec2:CreateTags');
  });
});
