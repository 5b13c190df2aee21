import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CloudScope, ContainerEngine } from '@sekisho/core/cloud';
import Docker from 'dockerode';
import { eventually } from '../../../packages/aws/test/judges/eventually.ts';
import { type Podman, preparePodman, removePodman } from './podman.ts';

/** A real engine behind a socket. */
export interface Engine {
  readonly podman: Podman;
  readonly scope: CloudScope & { readonly engine: ContainerEngine };
  /** A client that looks past the adapter. */
  readonly docker: Docker;
  /** Kills the engine's service and starts another; its containers run on. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Podman's service with the API of Docker. */
export async function startEngine(): Promise<Engine> {
  const podman = preparePodman();
  const socketPath = join(podman.folder, 'podman.sock');
  const endpoint = `unix://${socketPath}`;
  const docker = new Docker({ socketPath, host: '', protocol: 'http', headers: {} });
  let service = await serve(podman, endpoint, docker);
  const stop = async () => {
    const ended = once(service, 'exit');
    service.kill('SIGKILL');
    await ended;
  };
  return {
    ...{ podman, docker },
    scope: {
      ...{ environment: 'lab', account: '', region: '' },
      engine: { endpoint, certificates: null, network: 'none', context: null },
    },
    async restart() {
      await stop();
      service = await serve(podman, endpoint, docker);
    },
    async close() {
      await stop();
      removePodman(podman);
    },
  };
}

async function serve({ args, env }: Podman, endpoint: string, docker: Docker) {
  const service = spawn('podman', [...args, 'system', 'service', '--time', '0', endpoint], {
    ...{ env, stdio: 'ignore' },
  });
  await eventually(20_000, () => docker.ping());
  return service;
}
