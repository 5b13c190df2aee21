import { randomUUID } from 'node:crypto';
import { createDockerOpsCloud } from '@sekisho/docker';
import type { CloudJudge, Looks } from '../../../packages/aws/test/harness.ts';
import { eventually } from '../../../packages/aws/test/judges/eventually.ts';
import { openShell } from './session.ts';
import { type Engine, startEngine } from './start-engine.ts';

const looks: Looks = {
  instanceId: /^[0-9a-f]{12}$/,
  imageId: /^sha256:[0-9a-f]{64}$/,
  templateId: /^localhost\//,
  version: /^sha256:[0-9a-f]{64}$/,
  unknownInstance: '0123456789ab',
  otherSize: '0.2cpu-64m',
  owner: /^holder$/,
};

const hourMs = 3600_000;

/** The adapter under test, and an engine of its own. */
export async function openJudge(): Promise<CloudJudge & { readonly engine: Engine }> {
  const engine = await startEngine();
  const { scope, podman } = engine;
  const cloud = createDockerOpsCloud({
    ...{ installation: 'contract', folderOf: () => undefined },
    // Two busy cores are slow; what is judged here is not how fast it answers.
    requestTimeoutMs: 25_000,
  });
  return {
    ...{ engine, cloud, scope, looks, run: randomUUID() },
    template: { name: podman.image, instanceType: '0.1cpu-64m' },
    prepare: (lease) => cloud.arm(scope, { name: `sekisho-${lease}`, lease, at: inMs(hourMs) }),
    async openSession(instanceId) {
      const container = engine.docker.getContainer(instanceId);
      const before = (await container.inspect()).ExecIDs ?? [];
      openShell(engine, instanceId);
      return eventually(10_000, async () => {
        const { ExecIDs } = await container.inspect();
        const opened = ExecIDs?.find((id) => !before.includes(id));
        if (opened === undefined) throw new Error('the shell is not open yet');
        return opened;
      });
    },
    close: () => engine.close(),
  };
}

/** A whole second, so many milliseconds from now (ISO 8601). */
export function inMs(ms: number): string {
  return new Date(Math.floor((Date.now() + ms) / 1000) * 1000).toISOString();
}
