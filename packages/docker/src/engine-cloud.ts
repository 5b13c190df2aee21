import type { OpsCloud } from '@sekisho/core/cloud';
import { agents } from './agents.ts';
import { reboot, stop, tag, terminate } from './change.ts';
import { launch } from './launch.ts';
import { instancesByTag } from './list.ts';
import type { DockerOpsCloudOptions } from './options.ts';
import { prune } from './prune.ts';
import { resolveImage } from './resolve-image.ts';
import { endSession, type SeenAt, sessions } from './sessions.ts';
import { arm, armedFor, disarm } from './switch.ts';
import { createWithin } from './within.ts';

/** The port `OpsCloud` on container engines. @see OpsCloud for what each method promises. */
export function createEngineCloud(options: DockerOpsCloudOptions): OpsCloud {
  const within = createWithin(options);
  const seenAt: SeenAt = new Map();
  return {
    resolveTemplate: (scope, wish) =>
      within.do('resolveTemplate', scope, (at) => resolveImage(at, wish)),
    async launch(scope, order) {
      const bound = within.bound();
      const instance = await within.do('launch', scope, (at) => launch(at, order), bound);
      // Tidying up is nobody's launch: it has what is left of its time, and what fails is tried with the next one.
      await within.do('prune', scope, prune, bound).catch(() => undefined);
      return instance;
    },
    instancesByTag: (scope, key, values) =>
      within.do('instancesByTag', scope, (at) => instancesByTag(at, key, values)),
    terminate: (scope, id) => within.do('terminate', scope, (at) => terminate(at, id)),
    stop: (scope, id) => within.do('stop', scope, (at) => stop(at, id)),
    reboot: (scope, id) => within.do('reboot', scope, (at) => reboot(at, id)),
    tag: (scope, id, tags) => within.do('tag', scope, (at) => tag(at, id, tags)),
    agents: (scope, ids) => within.do('agents', scope, (at) => agents(at, ids)),
    sessions: (scope, ids) => within.do('sessions', scope, (at) => sessions(at, ids, seenAt)),
    endSession: (scope, id) => within.do('endSession', scope, (at) => endSession(at, id)),
    arm: (scope, wanted) => within.do('arm', scope, (at) => arm(at, wanted)),
    disarm: (scope, name) => within.do('disarm', scope, (at) => disarm(at, name)),
    armedFor: (scope, name) => within.do('armedFor', scope, (at) => armedFor(at, name)),
  };
}
