import { afterEach, describe, expect, it } from 'vitest';
import { callerIs, startScriptedAws, xml } from '../../test/judges/scripted-aws.ts';
import { createAwsOpsCloud } from '../ops-cloud.ts';

const account = '111122223333';
const scope = { environment: 'staging', account, region: 'ap-northeast-1' };
const order = {
  clientToken: 'lease-1',
  launchTemplateId: 'lt-1',
  version: '3',
  instanceType: 't3.micro',
  tags: { b: '2', a: '1' },
};
const instance =
  '<instanceId>i-1</instanceId><imageId>ami-1</imageId><instanceState><name>pending</name></instanceState>' +
  '<instanceType>t3.micro</instanceType><launchTime>2026-03-01T12:00:00.000Z</launchTime>';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function scene() {
  const aws = await startScriptedAws(({ name }) =>
    name === 'GetCallerIdentity'
      ? callerIs(account)
      : xml(
          200,
          `<RunInstancesResponse><instancesSet><item>${instance}</item></instancesSet></RunInstancesResponse>`,
        ),
  );
  const cloud = createAwsOpsCloud({
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    installation: 'tokyo',
    schedulerRoleArn: 'arn:aws:iam::111122223333:role/s',
  });
  open.push(cloud, aws);
  const sent = () =>
    aws.calls
      .filter(({ name }) => name === 'RunInstances')
      .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  return { cloud, sent };
}

describe('a launch request', () => {
  it('names token, template version, size and everything that keeps the instance tame', async () => {
    const { cloud, sent } = await scene();
    await cloud.launch(scope, order);
    expect(sent()[0]).toMatchObject({
      MinCount: '1',
      MaxCount: '1',
      ClientToken: 'lease-1',
      'LaunchTemplate.LaunchTemplateId': 'lt-1',
      'LaunchTemplate.Version': '3',
      InstanceType: 't3.micro',
      InstanceInitiatedShutdownBehavior: 'terminate',
      'MetadataOptions.HttpTokens': 'required',
      'MetadataOptions.InstanceMetadataTags': 'enabled',
    });
  });

  it('tags instance, volume and interface alike', async () => {
    const { cloud, sent } = await scene();
    await cloud.launch(scope, order);
    const kinds = [1, 2, 3].map((n) => sent()[0]?.[`TagSpecification.${n}.ResourceType`]);
    expect(kinds).toEqual(['instance', 'volume', 'network-interface']);
    for (const n of [1, 2, 3]) {
      expect(sent()[0]?.[`TagSpecification.${n}.Tag.1.Key`]).toBe('a');
      expect(sent()[0]?.[`TagSpecification.${n}.Tag.2.Value`]).toBe('2');
    }
  });

  it('is the same to the letter when repeated with its tags in another order', async () => {
    const { cloud, sent } = await scene();
    await cloud.launch(scope, order);
    await cloud.launch(scope, { ...order, tags: { a: '1', b: '2' } });
    expect(sent()[1]).toEqual(sent()[0]);
  });

  it('reads an instance that has little to say', async () => {
    const { cloud } = await scene();
    expect(await cloud.launch(scope, order)).toEqual({
      instanceId: 'i-1',
      state: 'pending',
      clientToken: null,
      instanceType: 't3.micro',
      imageId: 'ami-1',
      launchedAt: '2026-03-01T12:00:00.000Z',
      hasInstanceProfile: false,
      privateIp: null,
      tags: {},
    });
  });

  it.each([
    ['an empty token', { ...order, clientToken: '' }],
    ['a token that is too long', { ...order, clientToken: 'x'.repeat(65) }],
    ['a token that is not ASCII', { ...order, clientToken: '関所-1' }],
    ['a template version that moves', { ...order, version: '$Default' }],
  ])('with %s is not sent', async (_, bad) => {
    const { cloud, sent } = await scene();
    await expect(cloud.launch(scope, bad)).rejects.toMatchObject({ failure: 'invalid' });
    expect(sent()).toEqual([]);
  });
});
