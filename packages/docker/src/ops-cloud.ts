import type { OpsCloud } from '@sekisho/core/cloud';
import type { DockerOpsCloudOptions } from './options.ts';

/**
 * The port `OpsCloud` on Docker-compatible container engines. @see OpsCloud for what each method promises,
 * and docs/docker.md for what an engine cannot keep.
 *
 * The client is loaded by the first call: most servers have no engine.
 */
export function createDockerOpsCloud(options: DockerOpsCloudOptions): OpsCloud {
  let loading: Promise<OpsCloud> | null = null;
  const load = () => {
    loading ??= import('./engine-cloud.ts').then((module) => module.createEngineCloud(options));
    return loading;
  };
  return {
    resolveTemplate: async (scope, wish) => (await load()).resolveTemplate(scope, wish),
    launch: async (scope, order) => (await load()).launch(scope, order),
    instancesByTag: async (scope, key, values) => (await load()).instancesByTag(scope, key, values),
    terminate: async (scope, id) => (await load()).terminate(scope, id),
    stop: async (scope, id) => (await load()).stop(scope, id),
    reboot: async (scope, id) => (await load()).reboot(scope, id),
    tag: async (scope, id, tags) => (await load()).tag(scope, id, tags),
    agents: async (scope, ids) => (await load()).agents(scope, ids),
    sessions: async (scope, ids) => (await load()).sessions(scope, ids),
    endSession: async (scope, id) => (await load()).endSession(scope, id),
    arm: async (scope, wanted) => (await load()).arm(scope, wanted),
    disarm: async (scope, name) => (await load()).disarm(scope, name),
    armedFor: async (scope, name) => (await load()).armedFor(scope, name),
  };
}
