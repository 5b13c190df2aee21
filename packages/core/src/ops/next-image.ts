import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyLease, OpsLease } from '@sekisho/contract';
import { needLease } from '../leases/index.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import type { PrepareScope } from '../platform/verb.ts';
import type { ResolvedTemplate } from './cloud.ts';
import { scopeOf, templateOf } from './frozen.ts';
import { knownTemplate } from './known-templates.ts';
import type { OpsPorts } from './ports.ts';
import { provenanceView } from './provenance-view.ts';

/** A lease is shown without it rather than late. */
const patienceMs = 1500;

/**
 * What a live server's launch template gives now, whose parameter may name another image since; null for what cannot
 * be replaced, and when the cloud does not answer in time. Errors: `not-found`.
 */
export async function templateNow(
  { house, ports }: PrepareScope<OpsPorts>,
  id: string,
): Promise<ResolvedTemplate | null> {
  const lease = await transactAsSystem(house, (tx) => needLease(tx, id));
  if (lease.kind !== 'ops-server' || lease.state !== 'active') return null;
  const { launchTemplateId: name, version, instanceType, imageParameter } = templateOf(lease);
  if (imageParameter === null) return null;
  const wish = { name, version, instanceType };
  const answered = knownTemplate(ports.cloud, scopeOf(lease), wish, house.clock);
  return Promise.race([answered, sleep(patienceMs, null, { ref: false })]);
}

/** The lease with the image that a replacement would be from; as it was where that is the one that it has. */
export function withNextImage<Shown extends AnyLease>(
  lease: Shown,
  now: ResolvedTemplate | null,
): Shown {
  if (lease.kind !== 'ops-server' || lease.state !== 'active' || now === null) return lease;
  if (now.imageId === lease.imageId) return lease;
  const nextImage: OpsLease['nextImage'] = {
    imageId: now.imageId,
    imageCreatedAt: now.imageCreatedAt,
    imageProvenance: provenanceView(now.provenance),
  };
  return { ...lease, nextImage };
}
