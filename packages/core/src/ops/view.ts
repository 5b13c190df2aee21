import type { Lease, OpsLease } from '@sekisho/contract';
import { costOf, type LeaseRow, leaseViews } from '../leases/index.ts';
import type { Tx } from '../platform/context.ts';
import { templateOf } from './frozen.ts';
import { judgeImageAge } from './judge-image-age.ts';
import { provenanceView } from './provenance-view.ts';

/** Ops leases as doors show them. */
export async function opsLeaseViews(tx: Tx, rows: readonly LeaseRow[]): Promise<OpsLease[]> {
  const views = await leaseViews(tx, rows);
  return rows.map((row, index) => withServer(views[index] as Lease, row, tx));
}

export async function opsLeaseView(tx: Tx, row: LeaseRow): Promise<OpsLease> {
  const [view] = await opsLeaseViews(tx, [row]);
  return view as OpsLease;
}

function withServer(view: Lease, row: LeaseRow, { now, config }: Tx): OpsLease {
  const { instanceType, imageId, imageCreatedAt, imageParameter, provenance } = templateOf(row);
  const limit = config.environments[row.environment]?.opsServer.imageAge ?? null;
  const { old } = judgeImageAge(limit, imageCreatedAt, row.ended_at ?? now);
  const { account, region, engine, costPerHour } = row.frozen;
  return {
    ...view,
    kind: 'ops-server',
    instanceId: row.resource,
    ...{ instanceType, imageId, imageCreatedAt, imageOld: old, imageParameter },
    ...{ account, region, costPerHour },
    imageProvenance: provenanceView(provenance),
    costSoFar: costOf(row, now),
    sessionsRecorded: engine === undefined ? recordedIn(config, row.environment) : ('off' as const),
    provider: engine === undefined ? ('aws' as const) : ('docker' as const),
    engine: engine?.endpoint ?? null,
  };
}

/** What of sessions in an environment is recorded, as the configuration says. */
function recordedIn(
  { recording }: Tx['config'],
  environment: string,
): 'screen' | 'commands' | 'off' {
  const place = recording?.places[environment];
  if (place === undefined) return 'off';
  return place.s3 === null && place.logGroup === null ? 'commands' : 'screen';
}
