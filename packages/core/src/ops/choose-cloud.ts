import type { CloudScope, OpsCloud } from './cloud.ts';

/** The port on the cloud that is chosen at each call: one that the first call loads, or whichever the scope lies in. */
export function chooseOpsCloud(
  choose: (scope: CloudScope) => OpsCloud | Promise<OpsCloud>,
): OpsCloud {
  return {
    resolveTemplate: async (scope, wish) => (await choose(scope)).resolveTemplate(scope, wish),
    launch: async (scope, order) => (await choose(scope)).launch(scope, order),
    instancesByTag: async (scope, tag, values) =>
      (await choose(scope)).instancesByTag(scope, tag, values),
    terminate: async (scope, id) => (await choose(scope)).terminate(scope, id),
    stop: async (scope, id) => (await choose(scope)).stop(scope, id),
    reboot: async (scope, id) => (await choose(scope)).reboot(scope, id),
    tag: async (scope, id, tags) => (await choose(scope)).tag(scope, id, tags),
    agents: async (scope, ids) => (await choose(scope)).agents(scope, ids),
    sessions: async (scope, ids) => (await choose(scope)).sessions(scope, ids),
    endSession: async (scope, id) => (await choose(scope)).endSession(scope, id),
    arm: async (scope, wanted) => (await choose(scope)).arm(scope, wanted),
    disarm: async (scope, name) => (await choose(scope)).disarm(scope, name),
    armedFor: async (scope, name) => (await choose(scope)).armedFor(scope, name),
  };
}
