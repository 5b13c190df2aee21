import type { CloudScope, OpsCloud } from '@sekisho/core/cloud';
import { agents } from './agents.ts';
import type { At } from './at.ts';
import { reboot, stop, tag, terminate } from './change.ts';
import { createEngines } from './engines.ts';
import { toCloudError } from './failure.ts';
import { launch } from './launch.ts';
import { instancesByTag } from './list.ts';
import type { DockerOpsCloudOptions } from './options.ts';
import { prune } from './prune.ts';
import { resolveImage } from './resolve-image.ts';
import { endSession, type SeenAt, sessions } from './sessions.ts';
import { arm, armedFor, disarm } from './switch.ts';

/** The port `OpsCloud` on container engines. @see OpsCloud for what each method promises. */
export function createEngineCloud(options: DockerOpsCloudOptions): OpsCloud {
  const within = createWithin(options);
  const seenAt: SeenAt = new Map();
  return {
    resolveTemplate: (scope, wish) =>
      within('resolveTemplate', scope, (at) => resolveImage(at, wish)),
    async launch(scope, order) {
      const instance = await within('launch', scope, (at) => launch(at, order));
      // Tidying up is nobody's launch: what fails is tried with the next one.
      await within('prune', scope, prune).catch(() => undefined);
      return instance;
    },
    instancesByTag: (scope, key, values) =>
      within('instancesByTag', scope, (at) => instancesByTag(at, key, values)),
    terminate: (scope, id) => within('terminate', scope, (at) => terminate(at, id)),
    stop: (scope, id) => within('stop', scope, (at) => stop(at, id)),
    reboot: (scope, id) => within('reboot', scope, (at) => reboot(at, id)),
    tag: (scope, id, tags) => within('tag', scope, (at) => tag(at, id, tags)),
    agents: (scope, ids) => within('agents', scope, (at) => agents(at, ids)),
    sessions: (scope, ids) => within('sessions', scope, (at) => sessions(at, ids, seenAt)),
    endSession: (scope, id) => within('endSession', scope, (at) => endSession(at, id)),
    arm: (scope, wanted) => within('arm', scope, (at) => arm(at, wanted)),
    disarm: (scope, name) => within('disarm', scope, (at) => disarm(at, name)),
    armedFor: (scope, name) => within('armedFor', scope, (at) => armedFor(at, name)),
  };
}

/** Does one port call within its time, told of when it fails. Errors: `CloudError` alone. */
function createWithin(options: DockerOpsCloudOptions) {
  const { installation, logger } = options;
  const engines = createEngines(options.folderOf);
  const now = options.now ?? (() => new Date());
  return async <T>(
    call: keyof OpsCloud | 'prune',
    scope: CloudScope,
    work: (at: At) => Promise<T>,
  ): Promise<T> => {
    const signal = AbortSignal.timeout(options.requestTimeoutMs ?? 8000);
    try {
      const opened = await engines.open(scope);
      // Not every call of the client takes the signal.
      return await Promise.race([work({ ...opened, installation, signal, now }), lateness(signal)]);
    } catch (error) {
      const failed = toCloudError(error);
      const { failure, vendorCode, detail } = failed;
      const { environment, engine } = scope;
      const facts = { call, environment, engine: engine?.endpoint, failure, vendorCode, detail };
      logger?.warn(facts, 'a call of a container engine did not succeed');
      throw failed;
    }
  };
}

/** Fails when a call has taken its time. */
function lateness(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  return promise;
}
