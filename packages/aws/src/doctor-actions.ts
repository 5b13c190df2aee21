import { actions as network } from './doctor/network.ts';
import { actions as preferences } from './doctor/preferences.ts';
import { actions as quotas } from './doctor/quotas.ts';
import { actions as recordingPlaces } from './doctor/recording-places.ts';
import { roleActions, actions as roleSight } from './doctor/role-sight.ts';
import { actions as simulate } from './doctor/simulate.ts';
import { actions as switchSight } from './doctor/switch-sight.ts';
import { actions as vcpus } from './doctor/vcpus.ts';

/** What the doctor reads besides what lending ops servers calls anyway: optional, and nothing is changed by it. */
export const doctorActions = [
  ...network,
  ...preferences,
  ...quotas,
  ...recordingPlaces,
  ...roleSight,
  ...simulate,
  ...switchSight,
  ...vcpus,
].sort();

/** What it reads in the account of Identity Center. */
export const doctorAccessActions = [...roleActions, ...simulate].sort();
