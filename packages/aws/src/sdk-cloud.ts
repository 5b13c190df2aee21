import { randomUUID } from 'node:crypto';
import type { OpsCloud } from '@sekisho/core/cloud';
import { createCaller } from './caller.ts';
import { reboot, stop, terminate } from './ec2/change-state.ts';
import { instancesByTag } from './ec2/instances-by-tag.ts';
import { launch } from './ec2/launch.ts';
import { resolveTemplate } from './ec2/resolve-template.ts';
import { tag } from './ec2/tag.ts';
import type { AwsOpsCloudOptions } from './ops-cloud-options.ts';
import { arm } from './scheduler/arm.ts';
import { planSwitch, type SwitchSettings, terminateLeaseDocument } from './scheduler/plan.ts';
import { armedFor } from './scheduler/read-schedule.ts';
import { disarm } from './scheduler/write-schedule.ts';
import { agents } from './ssm/agents.ts';
import { endSession } from './ssm/end-session.ts';
import { sessions } from './ssm/sessions.ts';

/** The port `OpsCloud` by the SDK. @see OpsCloud for what each method promises. */
export function createSdkCloud(options: AwsOpsCloudOptions): OpsCloud & { close(): void } {
  const settings = switchSettings(options);
  const { group } = settings;
  const now = options.now ?? (() => new Date());
  const newToken = options.newToken ?? randomUUID;
  const { within, close } = createCaller<keyof OpsCloud>(options);

  return {
    resolveTemplate: (scope, template) =>
      within('resolveTemplate', scope, (at) => resolveTemplate(at, template)),
    launch: (scope, order) => within('launch', scope, (at) => launch(at, order)),
    instancesByTag: (scope, key, values) =>
      within('instancesByTag', scope, (at) => instancesByTag(at, key, values)),
    terminate: (scope, id) => within('terminate', scope, (at) => terminate(at, id)),
    stop: (scope, id) => within('stop', scope, (at) => stop(at, id)),
    reboot: (scope, id) => within('reboot', scope, (at) => reboot(at, id)),
    tag: (scope, id, tags) => within('tag', scope, (at) => tag(at, id, tags)),
    agents: (scope, ids) => within('agents', scope, (at) => agents(at, ids)),
    sessions: (scope, ids) => within('sessions', scope, (at) => sessions(at, ids)),
    endSession: (scope, id) => within('endSession', scope, (at) => endSession(at, id)),
    arm: (scope, wanted) =>
      within('arm', scope, (at) =>
        arm(at, { group, now, newToken }, wanted, (when) =>
          planSwitch(settings, scope, wanted, when),
        ),
      ),
    disarm: (scope, name) =>
      within('disarm', scope, (at) => disarm(at, { group, name, token: newToken() })),
    armedFor: (scope, name) => within('armedFor', scope, (at) => armedFor(at, group, name)),
    close,
  };
}

function switchSettings(options: AwsOpsCloudOptions): SwitchSettings {
  const { schedulerRoleArn } = options;
  return {
    installation: options.installation,
    roleArn: typeof schedulerRoleArn === 'function' ? schedulerRoleArn : () => schedulerRoleArn,
    group: options.scheduleGroup ?? 'default',
    document: options.automationDocument ?? terminateLeaseDocument,
  };
}
