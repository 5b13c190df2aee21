import { z } from 'zod';
import { operation } from '../operation.ts';
import { flag, strings } from './input.ts';

const regions = ['ap-northeast-1', 'ap-northeast-3', 'eu-west-1', 'us-east-1', 'us-west-2'];

/** `DescribeRegions`: a handful of them. */
export const describeRegions = operation({
  service: 'ec2',
  input: z.strictObject({ RegionName: strings.optional(), AllRegions: flag.optional() }),
  run: (_moment, input) => ({
    regionInfo: regions
      .filter((name) => input.RegionName?.includes(name) ?? true)
      .map((name) => ({
        regionName: name,
        regionEndpoint: `ec2.${name}.amazonaws.com`,
        optInStatus: 'opt-in-not-required',
      })),
  }),
});
