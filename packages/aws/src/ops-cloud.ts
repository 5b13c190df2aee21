import type { OpsCloud } from '@sekisho/core/cloud';
import type { AwsOpsCloudOptions } from './ops-cloud-options.ts';

/**
 * The port `OpsCloud` on AWS. @see OpsCloud for what each method promises.
 *
 * The SDK is 2.5 MB of JavaScript. It is loaded by the first call and before the clock of that call
 * runs, so that a server opens without it.
 */
export function createAwsOpsCloud(options: AwsOpsCloudOptions): OpsCloud & { close(): void } {
  let loading: Promise<OpsCloud & { close(): void }> | null = null;
  const load = () => {
    loading ??= import('./sdk-cloud.ts').then(({ createSdkCloud }) => createSdkCloud(options));
    return loading;
  };
  return {
    resolveTemplate: async (scope, template) => (await load()).resolveTemplate(scope, template),
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
    close: () => void loading?.then((cloud) => cloud.close()),
  };
}
