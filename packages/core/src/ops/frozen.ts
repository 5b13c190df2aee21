import { z } from 'zod';
import type { LeaseRow } from '../leases/index.ts';
import { cloudScope } from '../platform/cloud-scope.ts';
import type { CloudScope, ResolvedTemplate } from './cloud.ts';
import { provenance } from './provenance.ts';

/** What an ops server's lease froze of its launch template. */
const template = z.object({
  launchTemplateId: z.string(),
  version: z.string(),
  imageId: z.string(),
  imageCreatedAt: z.string().nullable(),
  // Leases of before templates could name parameters have none of these.
  imageParameter: z.string().nullable().default(null),
  provenance: provenance.nullable().default(null),
  replaces: z.array(z.string()).default([]),
  instanceType: z.string(),
});

/** What an ops server's lease froze: the template's version, its image, and the servers that it replaced. */
export interface FrozenServer extends Required<ResolvedTemplate> {
  /** Ids of instances that the lease had before, and may have no more. */
  readonly replaces: readonly string[];
}

/** The template version and size that were approved. Errors: throws when the row is of another kind. */
export function templateOf(lease: Pick<LeaseRow, 'frozen'>): FrozenServer {
  return template.parse(lease.frozen.kind);
}

/** Where the lease lives, as it was when it was approved. */
export function scopeOf(lease: LeaseRow): CloudScope {
  return cloudScope({ ...lease.frozen, environment: lease.environment });
}
