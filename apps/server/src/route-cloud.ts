import type { CloudScope, OpsCloud } from '@sekisho/core/cloud';

/** Asks AWS or a container engine, whichever the scope of each call lies in. */
export function routeCloud(aws: OpsCloud, engines: OpsCloud): OpsCloud {
  const of = ({ engine }: CloudScope) => (engine === undefined ? aws : engines);
  return {
    resolveTemplate: (scope, wish) => of(scope).resolveTemplate(scope, wish),
    launch: (scope, order) => of(scope).launch(scope, order),
    instancesByTag: (scope, tag, values) => of(scope).instancesByTag(scope, tag, values),
    terminate: (scope, id) => of(scope).terminate(scope, id),
    stop: (scope, id) => of(scope).stop(scope, id),
    reboot: (scope, id) => of(scope).reboot(scope, id),
    tag: (scope, id, tags) => of(scope).tag(scope, id, tags),
    agents: (scope, ids) => of(scope).agents(scope, ids),
    sessions: (scope, ids) => of(scope).sessions(scope, ids),
    endSession: (scope, id) => of(scope).endSession(scope, id),
    arm: (scope, wanted) => of(scope).arm(scope, wanted),
    disarm: (scope, name) => of(scope).disarm(scope, name),
    armedFor: (scope, name) => of(scope).armedFor(scope, name),
  };
}
