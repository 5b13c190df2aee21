import { chooseOpsCloud, type DoctorEngines, type OpsCloud } from '@sekisho/core/cloud';
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

/** The port `DoctorEngines`, whose client is loaded by its first call too. @see DoctorEngines */
export function createDockerDoctor(options: DockerOpsCloudOptions): DoctorEngines {
  let loading: Promise<DoctorEngines> | null = null;
  const load = () => {
    loading ??= import('./doctor-engines.ts').then((module) => module.createEngineSights(options));
    return loading;
  };
  return {
    engine: async (scope) => (await load()).engine(scope),
    hasImage: async (scope, name) => (await load()).hasImage(scope, name),
    hasNetwork: async (scope) => (await load()).hasNetwork(scope),
  };
}
