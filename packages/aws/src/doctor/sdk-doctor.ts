import type { DoctorCloud } from '@sekisho/core/cloud';
import { type AwsOptions, createCaller } from '../caller.ts';
import { terminateLeaseDocument } from '../scheduler/plan.ts';
import { endpoints } from './endpoints.ts';
import { identity } from './identity.ts';
import { network } from './network.ts';
import { permissions } from './permissions.ts';
import { sessionPreferences } from './preferences.ts';
import { quotas } from './quotas.ts';
import { recordingPlaces } from './recording-places.ts';
import { profileRoles, roleSight } from './role-sight.ts';
import { switchSight } from './switch-sight.ts';
import { templateSight } from './template-sight.ts';
import { mayUse } from './uses/may-use.ts';

/** Several calls in a row, of an account that may be far away. */
const patientMs = 20_000;
/** What is lent is found among all permission sets, each of which is described by a call. */
const directoryMs = 40_000;

/** The port `DoctorCloud` by the SDK; nothing of it is remembered by the next. @see DoctorCloud */
export function createSdkDoctor(options: AwsOptions): DoctorCloud {
  const now = options.now ?? (() => new Date());
  const { within, close } = createCaller<keyof DoctorCloud>(options);
  return {
    identity: (scope) => within('identity', scope, (at) => identity(at, now)),
    template: (scope, name) => within('template', scope, (at) => templateSight(at, name)),
    role: (scope, name) => within('role', scope, (at) => roleSight(at, name)),
    profileRoles: (scope, profile) =>
      within('profileRoles', scope, (at) => profileRoles(at, profile)),
    sessionPreferences: (scope) =>
      within('sessionPreferences', scope, (at) => sessionPreferences(at)),
    recordingPlaces: (scope, reads) =>
      within('recordingPlaces', scope, (at) => recordingPlaces(at, reads, options.endpoint)),
    // Whether we get in is another question.
    endpoints: (scope) =>
      endpoints({ scope, signal: AbortSignal.timeout(patientMs) }, options.endpoint),
    permissions: (scope, trial) =>
      within('permissions', scope, (at) => permissions(at, trial, 'default'), patientMs),
    deadMansSwitch: (scope, trial) =>
      within(
        'deadMansSwitch',
        scope,
        (at) => switchSight(at, trial, terminateLeaseDocument),
        patientMs,
      ),
    mayUse: (scope, use) =>
      within('mayUse', scope, (at) => mayUse(at, use, options.installation), directoryMs),
    network: (scope, template) =>
      within('network', scope, (at) => network(at, template), patientMs),
    quotas: (scope, sizes) => within('quotas', scope, (at) => quotas(at, sizes), patientMs),
    close,
  };
}
