import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addressesOf } from './endpoints.ts';

beforeEach(() => {
  // What this machine's own files say is nobody's concern here.
  vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
});
afterEach(() => vi.unstubAllEnvs());

const hosts = async (region: string) =>
  (await addressesOf(region, undefined)).map(({ url }) => url.host);

it('names the addresses that the SDK itself makes out, in each partition', async () => {
  const global = ['iam.amazonaws.com', 'logs.ap-northeast-1.amazonaws.com'];
  const regional = ['sts', 'ec2', 'ssm', 'scheduler'].map((one) => `${one}.ap-northeast-1`);
  expect(await hosts('ap-northeast-1')).toEqual([
    ...regional.map((one) => `${one}.amazonaws.com`),
    ...global,
  ]);
  expect(await hosts('cn-north-1')).toContain('ec2.cn-north-1.amazonaws.com.cn');
});

it('follows the settings by which the SDK is sent elsewhere, and tells of them', async () => {
  vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
  expect(await hosts('us-east-1')).toContain('ec2-fips.us-east-1.amazonaws.com');
  vi.unstubAllEnvs();
  vi.stubEnv('AWS_ENDPOINT_URL_EC2', 'http://127.0.0.1:9');
  const addresses = await addressesOf('ap-northeast-1', undefined);
  const elsewhere = addresses.filter(({ redirected }) => redirected).map(({ url }) => url.host);
  expect(elsewhere).toEqual(['127.0.0.1:9']);
});
