import { z } from 'zod';
import type { LeaseRow } from '../leases/index.ts';
import type { CloudScope, ResolvedTemplate } from './cloud.ts';

/** What an ops server's lease froze of its launch template. */
const template = z.object({
  launchTemplateId: z.string(),
  version: z.string(),
  imageId: z.string(),
  imageCreatedAt: z.string().nullable(),
  instanceType: z.string(),
});

/** The template version and size that were approved. Errors: throws when the row is of another kind. */
export function templateOf(lease: LeaseRow): ResolvedTemplate {
  return template.parse(lease.frozen.kind);
}

/** Where the lease lives, as it was when it was approved. */
export function scopeOf(lease: LeaseRow): CloudScope {
  const { account, region, roleArn, externalId } = lease.frozen;
  return {
    environment: lease.environment,
    ...{ account, region },
    ...(roleArn === null ? {} : { roleArn }),
    ...(externalId === null ? {} : { externalId }),
  };
}
