import { chooseOpsCloud, type OpsCloud } from '@sekisho/core/cloud';

/** Asks AWS or a container engine, whichever the scope of each call lies in. */
export function routeCloud(aws: OpsCloud, engines: OpsCloud): OpsCloud {
  return chooseOpsCloud(({ engine }) => (engine === undefined ? aws : engines));
}
