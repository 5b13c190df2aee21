import { z } from 'zod';
import { operation } from '../operation.ts';
import { traitsOf } from '../places/traits.ts';

/** More groups than a place of practice has. */
const pageSize = 50;

/** `DescribeLogGroups` by how their names begin, as their owner set them up; practice needs no second page. */
export const describeLogGroups = operation({
  service: 'logs',
  input: z.strictObject({
    logGroupNamePrefix: z.string().default(''),
    limit: z.number().int().min(1).max(pageSize).default(pageSize),
  }),
  run: ({ world, account, region }, { logGroupNamePrefix, limit }) => {
    const { logKey, logDays } = traitsOf(world, { account, region });
    const found = [...world.logGroups.values()]
      .filter((one) => one.account === account && one.region === region)
      .filter(({ name }) => name.startsWith(logGroupNamePrefix))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const logGroups = found.slice(0, limit).map(({ name, createdAt }) => ({
      logGroupName: name,
      creationTime: createdAt,
      arn: `arn:aws:logs:${region}:${account}:log-group:${name}:*`,
      kmsKeyId: logKey ? `arn:aws:kms:${region}:${account}:key/practice` : undefined,
      retentionInDays: logDays ?? undefined,
    }));
    return { logGroups };
  },
});
