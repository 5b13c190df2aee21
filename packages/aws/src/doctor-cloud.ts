import type { DoctorCloud } from '@sekisho/core/cloud';
import type { AwsOptions } from './caller.ts';

/**
 * The port `DoctorCloud` on AWS. @see DoctorCloud for what each method promises. As the port of ops
 * servers does, it loads the SDK by its first call.
 */
export function createAwsDoctorCloud(options: AwsOptions): DoctorCloud {
  let loading: Promise<DoctorCloud> | null = null;
  const load = () => {
    loading ??= import('./doctor/sdk-doctor.ts').then(({ createSdkDoctor }) =>
      createSdkDoctor(options),
    );
    return loading;
  };
  return {
    identity: async (scope) => (await load()).identity(scope),
    template: async (scope, name) => (await load()).template(scope, name),
    role: async (scope, name) => (await load()).role(scope, name),
    profileRoles: async (scope, profile) => (await load()).profileRoles(scope, profile),
    sessionPreferences: async (scope) => (await load()).sessionPreferences(scope),
    recordingPlaces: async (scope, reads) => (await load()).recordingPlaces(scope, reads),
    endpoints: async (scope) => (await load()).endpoints(scope),
    permissions: async (scope, trial) => (await load()).permissions(scope, trial),
    deadMansSwitch: async (scope, trial) => (await load()).deadMansSwitch(scope, trial),
    mayUse: async (scope, use) => (await load()).mayUse(scope, use),
    network: async (scope, template) => (await load()).network(scope, template),
    quotas: async (scope, sizes) => (await load()).quotas(scope, sizes),
    close: () => void loading?.then((cloud) => cloud.close()),
  };
}
