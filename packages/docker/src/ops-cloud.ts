import { chooseOpsCloud, type OpsCloud } from '@sekisho/core/cloud';
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
  return chooseOpsCloud(load);
}
