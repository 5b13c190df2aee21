import { expect, test } from 'vitest';
import { schedulerRole } from './scheduler-role.ts';

test.each([
  ['ap-northeast-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
])('the role of the switches in %s is of its part of AWS', (region, partition) => {
  expect(schedulerRole('sekisho-scheduler')({ account: '111111111111', region })).toBe(
    `arn:${partition}:iam::111111111111:role/sekisho-scheduler`,
  );
});
