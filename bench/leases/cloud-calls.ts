import { setTimeout as sleep } from 'node:timers/promises';
import { CloudError, type OpsCloud } from '@sekisho/core/cloud';
import type { Caller, Doings } from '../shared/calls.ts';

const methods = [
  'resolveTemplate',
  'launch',
  'instancesByTag',
  'terminate',
  'stop',
  'reboot',
  'tag',
  'agents',
  'sessions',
  'endSession',
  'arm',
  'disarm',
  'armedFor',
] as const satisfies readonly (keyof OpsCloud)[];

type Method = (...given: unknown[]) => Promise<unknown>;

/**
 * What the process that holds the cloud answers the engines.
 *
 * @param latencyMs time on the way, half of it before the call lands
 */
export function serveCloud(cloud: OpsCloud, latencyMs: number): Doings {
  const serve =
    (name: (typeof methods)[number]) =>
    async (...given: never[]) => {
      if (latencyMs > 0) await sleep(latencyMs / 2);
      const answer = await (cloud[name] as Method)(...given);
      if (latencyMs > 0) await sleep(latencyMs / 2);
      return answer;
    };
  return Object.fromEntries(methods.map((name) => [`cloud.${name}`, serve(name)]));
}

/** The cloud of another process, as the engine's port. */
export function callCloud(caller: Caller): OpsCloud {
  const call =
    (name: string) =>
    async (...given: unknown[]) => {
      try {
        return await caller.call<unknown>(`cloud.${name}`, ...given);
      } catch (error) {
        const { failure, vendorCode, detail } = error as CloudError;
        if (failure === undefined) throw error;
        throw new CloudError(failure, vendorCode, detail, error);
      }
    };
  return Object.fromEntries(methods.map((name) => [name, call(name)])) as unknown as OpsCloud;
}
