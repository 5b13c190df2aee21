import { afterEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  callerIs,
  ec2Error,
  startScriptedAws,
  xml,
} from '../../test/judges/scripted-aws.ts';
import { createAwsOpsCloud } from '../ops-cloud.ts';

const account = '111122223333';
const scope = { environment: 'staging', account, region: 'ap-northeast-1' };
const template = { name: 'ops', instanceType: 't3.micro' };

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** The adapter before an EC2 whose template names this image, and which says this of the image. */
async function facing(image: string, images: Answer) {
  const version = `<launchTemplateId>lt-1</launchTemplateId><versionNumber>7</versionNumber><launchTemplateData>${image}</launchTemplateData>`;
  const versions = `<DescribeLaunchTemplateVersionsResponse><launchTemplateVersionSet><item>${version}</item></launchTemplateVersionSet></DescribeLaunchTemplateVersionsResponse>`;
  const aws = await startScriptedAws(({ name }) => {
    if (name === 'GetCallerIdentity') return callerIs(account);
    return name === 'DescribeImages' ? images : xml(200, versions);
  });
  const warnings: unknown[] = [];
  const cloud = createAwsOpsCloud({
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    installation: 'tokyo',
    schedulerRoleArn: 'arn:aws:iam::111122223333:role/s',
    logger: { warn: (facts) => warnings.push(facts) },
  });
  open.push(cloud, aws);
  return { cloud, warnings };
}

const known = '<imageId>ami-1</imageId>';
const image = (created: string) =>
  xml(
    200,
    `<DescribeImagesResponse><imagesSet><item><imageId>ami-1</imageId><creationDate>${created}</creationDate></item></imagesSet></DescribeImagesResponse>`,
  );

describe('resolving a template', () => {
  it("pins its default version's number and tells when its image was made", async () => {
    const { cloud } = await facing(known, image('2026-02-03T04:05:06.000Z'));
    expect(await cloud.resolveTemplate(scope, template)).toEqual({
      launchTemplateId: 'lt-1',
      version: '7',
      imageId: 'ami-1',
      imageCreatedAt: '2026-02-03T04:05:06.000Z',
      imageParameter: null,
      provenance: null,
      instanceType: 't3.micro',
    });
  });

  it.each([
    ['was deregistered', ec2Error(400, 'InvalidAMIID.Unavailable')],
    ['never was', ec2Error(400, 'InvalidAMIID.NotFound')],
    [
      'is not shown to us',
      xml(200, '<DescribeImagesResponse><imagesSet/></DescribeImagesResponse>'),
    ],
    ['has no readable date', image('once upon a time')],
  ])('says that it does not know the age of an image that %s', async (_, answer) => {
    const { cloud } = await facing(known, answer);
    expect((await cloud.resolveTemplate(scope, template)).imageCreatedAt).toBeNull();
  });

  it.each([
    ['by what is neither an image nor a parameter', '<imageId>latest</imageId>'],
    ['not at all', ''],
  ])('refuses one that names its image %s, and the log says so', async (_, named) => {
    const { cloud, warnings } = await facing(named, image('2026-02-03T04:05:06.000Z'));
    await expect(cloud.resolveTemplate(scope, template)).rejects.toMatchObject({
      failure: 'invalid',
      vendorCode: 'UnpinnedImage',
    });
    expect(warnings).toMatchObject([
      { call: 'resolveTemplate', environment: 'staging', failure: 'invalid' },
    ]);
  });
});
