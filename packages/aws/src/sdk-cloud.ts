import { randomUUID } from 'node:crypto';
import type { CloudError, CloudScope, OpsCloud } from '@sekisho/core/cloud';
import { createAccounts } from './accounts.ts';
import type { Connection } from './connection.ts';
import { reboot, stop, terminate } from './ec2/change-state.ts';
import { instancesByTag } from './ec2/instances-by-tag.ts';
import { launch } from './ec2/launch.ts';
import { resolveTemplate } from './ec2/resolve-template.ts';
import { tag } from './ec2/tag.ts';
import { toCloudError } from './failure.ts';
import type { AwsOpsCloudOptions } from './ops-cloud-options.ts';
import { arm } from './scheduler/arm.ts';
import type { SwitchSettings } from './scheduler/plan.ts';
import { armedFor } from './scheduler/read-schedule.ts';
import { disarm } from './scheduler/write-schedule.ts';
import { agents } from './ssm/agents.ts';
import { endSession } from './ssm/end-session.ts';
import { sessions } from './ssm/sessions.ts';
import { roleSessionName } from './sts/role-session-name.ts';

/** The port `OpsCloud` by the SDK. @see OpsCloud for what each method promises. */
export function createSdkCloud(options: AwsOpsCloudOptions): OpsCloud & { close(): void } {
  const settings = switchSettings(options);
  const { group } = settings;
  const now = options.now ?? (() => new Date());
  const newToken = options.newToken ?? randomUUID;
  const requestTimeoutMs = options.requestTimeoutMs ?? 8000;
  const accounts = createAccounts({
    endpoint: options.endpoint,
    credentials: options.credentials,
    requestTimeoutMs,
    sessionName: roleSessionName(options.installation),
    now,
  });

  async function within<T>(
    call: keyof OpsCloud,
    scope: CloudScope,
    work: (connection: Connection) => Promise<T>,
  ): Promise<T> {
    const signal = AbortSignal.timeout(requestTimeoutMs);
    try {
      const clients = await accounts.open(scope, signal);
      return await work({ clients, scope, signal });
    } catch (error) {
      const failed = toCloudError(error, {});
      options.logger?.warn(facts(call, scope, failed), 'an AWS call did not succeed');
      throw failed;
    }
  }

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
      within('arm', scope, (at) => arm(at, { settings, now, newToken }, wanted)),
    disarm: (scope, name) =>
      within('disarm', scope, (at) => disarm(at, { group, name, token: newToken() })),
    armedFor: (scope, name) => within('armedFor', scope, (at) => armedFor(at, group, name)),
    close: () => accounts.close(),
  };
}

function switchSettings(options: AwsOpsCloudOptions): SwitchSettings {
  const { schedulerRoleArn } = options;
  return {
    installation: options.installation,
    roleArn: typeof schedulerRoleArn === 'function' ? schedulerRoleArn : () => schedulerRoleArn,
    group: options.scheduleGroup ?? 'default',
    document: options.automationDocument ?? 'Sekisho-TerminateLease',
  };
}

function facts(call: string, scope: CloudScope, error: CloudError) {
  const { failure, vendorCode, detail } = error;
  const { environment, account, region } = scope;
  return { call, environment, account, region, failure, vendorCode, detail };
}
