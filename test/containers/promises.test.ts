import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LaunchOrder, OpsInstance } from '@sekisho/core/cloud';
import { createDockerOpsCloud } from '@sekisho/docker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../packages/aws/test/judges/eventually.ts';
import { inMs, openJudge } from './engine/open-judge.ts';
import { whyNoEngine } from './engine/podman.ts';
import { openShell } from './engine/session.ts';

const reason = whyNoEngine();
if (reason !== null) console.warn(`SKIPPED: what a container promises: ${reason}`);

const patienceMs = 10_000;

describe.skipIf(reason !== null)('a server that is a container', () => {
  let judge: Awaited<ReturnType<typeof openJudge>>;
  beforeAll(async () => {
    judge = await openJudge();
  });
  afterAll(async () => {
    await judge.close();
  });

  /** A server of a lease of its own that ends so many milliseconds from now. */
  async function launched(ms: number): Promise<{ order: LaunchOrder; instance: OpsInstance }> {
    const { cloud, scope, template } = judge;
    const lease = `lease-${randomUUID().slice(0, 8)}`;
    await cloud.arm(scope, { name: `sekisho-${lease}`, lease, at: inMs(ms) });
    const { launchTemplateId, version, instanceType } = await cloud.resolveTemplate(
      scope,
      template,
    );
    const tags = {
      'sekisho:installation': 'contract',
      'sekisho:lease': lease,
      'sekisho:holder': 'hanako',
    };
    const base = { launchTemplateId, version, instanceType, tags };
    const order = { ...base, clientToken: `${lease}-1` };
    return { order, instance: await cloud.launch(scope, order) };
  }

  async function stateOf({ order }: { readonly order: LaunchOrder }) {
    const lease = leaseOf(order);
    const found = await judge.cloud.instancesByTag(judge.scope, 'sekisho:lease', [lease]);
    return found.map(({ state }) => state);
  }

  it('is not launched while nothing would end it', async () => {
    const { order } = await launched(3600_000);
    const tags = { ...order.tags, 'sekisho:lease': 'lease-unarmed' };
    await expect(
      judge.cloud.launch(judge.scope, { ...order, tags, clientToken: 'lease-unarmed-1' }),
    ).rejects.toMatchObject({ failure: 'invalid', vendorCode: 'SwitchNotArmed' });
  });

  it('ends at its hard maximum although Sekisho and the engine’s service are dead', async () => {
    const server = await launched(6000);
    expect(await stateOf(server)).toEqual(['running']);
    await judge.engine.restart();
    await eventually(15_000, async () => {
      expect(await stateOf(server)).toEqual(['terminated']);
    });
  });

  it('ends when its switch is moved to an earlier moment, and a late launch of its token makes no second one', async () => {
    const { cloud, scope } = judge;
    const server = await launched(3600_000);
    const lease = leaseOf(server.order);
    await cloud.arm(scope, { name: `sekisho-${lease}`, lease, at: inMs(1000) });
    await eventually(patienceMs, async () => {
      expect(await stateOf(server)).toEqual(['terminated']);
    });
    const again = await cloud.launch(scope, server.order);
    expect(again).toMatchObject({
      instanceId: server.instance.instanceId,
      state: 'terminated',
    });
    expect(await stateOf(server)).toEqual(['terminated']);
  });

  it('is launched once by two launches at the same moment', async () => {
    const { cloud, scope } = judge;
    const { order } = await launched(3600_000);
    const twice = { ...order, clientToken: `${leaseOf(order)}-2` };
    const [one, other] = await Promise.all([
      cloud.launch(scope, twice),
      cloud.launch(scope, twice),
    ]);
    expect(one.instanceId).toBe(other.instanceId);
  });

  it('says when it really ends, though somebody moved that behind our back', async () => {
    const { cloud, scope, engine } = judge;
    const { instance, order } = await launched(3600_000);
    const name = `sekisho-${leaseOf(order)}`;
    const exec = await engine.docker.getContainer(instance.instanceId).exec({
      ...{ User: '65532:65532', AttachStdout: true },
      Cmd: ['/bin/sh', '-c', 'echo 4102444800 > /dev/shm/sekisho/until'],
    });
    await exec.start({ hijack: true, stdin: false });
    await eventually(patienceMs, async () => {
      expect(await cloud.armedFor(scope, name)).toBe('2100-01-01T00:00:00.000Z');
    });
  });

  it('gives its holder a shell that can neither end its timer nor write to its root', async () => {
    const { instance } = await launched(3600_000);
    const shell = openShell(judge.engine, instance.instanceId);
    shell.type(
      'id -un; kill -9 1; echo 4102444800 > /dev/shm/sekisho/until; touch /etc/x; echo kept > ~/file; cat ~/file',
    );
    shell.type(
      'cat /proc/self/status | while read k v; do case $k in CapBnd:|NoNewPrivs:) echo $k $v;; esac; done',
    );
    shell.type('echo the $((40 + 2)) end');
    await eventually(patienceMs, async () => {
      expect(shell.shown()).toContain('the 42 end');
    });
    expect(shell.shown()).toMatch(/^holder\r?$/m);
    expect(shell.shown()).toMatch(/sekisho\/until: Permission denied/);
    expect(shell.shown()).toMatch(/etc\/x: Read-only file system/);
    expect(shell.shown()).toMatch(/^kept\r?$/m);
    expect(shell.shown()).toMatch(/CapBnd: 0000000000000000/);
    expect(shell.shown()).toMatch(/NoNewPrivs: 1/);
    const { cloud, scope } = judge;
    expect([...(await cloud.agents(scope, [instance.instanceId])).values()]).toEqual(['online']);
    const [session] = await cloud.sessions(scope, [instance.instanceId]);
    await cloud.endSession(scope, session?.sessionId ?? '');
    await shell.over;
    expect(await cloud.sessions(scope, [instance.instanceId])).toEqual([]);
  });

  it('that is handed over runs on, and nothing of its holder before does, in the background either', async () => {
    const { cloud, scope, engine } = judge;
    const server = await launched(3600_000);
    const { instanceId } = server.instance;
    const container = engine.docker.getContainer(instanceId);
    const left = async () => {
      const { Processes } = (await container.top({ ps_args: 'args' })) as {
        readonly Processes: readonly (readonly string[])[];
      };
      return Processes.filter((words) => words.join(' ').includes('4321')).length;
    };
    const exec = await container.exec({
      ...{ User: 'holder', AttachStdout: true },
      Cmd: ['/bin/sh', '-c', 'sleep 4321 >/dev/null 2>&1 & echo begun', 'sekisho'],
    });
    const stream = await exec.start({ hijack: true, stdin: false });
    stream.resume();
    await eventually(patienceMs, async () => expect(await left()).toBeGreaterThan(0));
    await cloud.tag(scope, instanceId, { 'sekisho:holder': 'taro' });
    await eventually(patienceMs, async () => expect(await left()).toBe(0));
    // By habit people leave `--user` out, and are then who keeps the timer.
    const plain = await container.exec({
      ...{ AttachStdout: true, Tty: true },
      Cmd: ['/bin/sh', '-c', 'sleep 600', 'sekisho'],
    });
    (await plain.start({ hijack: true, stdin: false })).resume();
    const [session] = await cloud.sessions(scope, [instanceId]);
    await cloud.endSession(scope, session?.sessionId ?? '');
    expect(await cloud.sessions(scope, [instanceId])).toEqual([]);
    await sleep(2500);
    expect(await stateOf(server)).toEqual(['running']);
    expect([...(await cloud.agents(scope, [instanceId])).values()]).toEqual(['online']);
  });

  it('that has ended is not started again by a late reboot', async () => {
    const { cloud, scope } = judge;
    const server = await launched(3600_000);
    await cloud.terminate(scope, server.instance.instanceId);
    const refused = { failure: 'conflict', vendorCode: 'NotRunning' };
    await expect(cloud.reboot(scope, server.instance.instanceId)).rejects.toMatchObject(refused);
    expect(await stateOf(server)).toEqual(['terminated']);
  });

  it('has its limits, no privileges, no mounts and no network but the one it was given', async () => {
    const { instance } = await launched(3600_000);
    const { HostConfig, Mounts } = await judge.engine.docker
      .getContainer(instance.instanceId)
      .inspect();
    expect(Mounts).toEqual([]);
    expect(HostConfig).toMatchObject({
      ...{ Privileged: false, ReadonlyRootfs: true, Memory: 64 * 1024 ** 2, PidsLimit: 512 },
      ...{ NetworkMode: 'none', AutoRemove: false },
      RestartPolicy: { Name: 'no' },
    });
  });

  it('in quarantine is stopped, and terminated only when it is asked for', async () => {
    const { cloud, scope } = judge;
    const server = await launched(3600_000);
    await cloud.stop(scope, server.instance.instanceId);
    expect(await stateOf(server)).toEqual(['stopped']);
    await cloud.terminate(scope, server.instance.instanceId);
    expect(await stateOf(server)).toEqual(['terminated']);
  });

  it('of another installation, or of nobody, is not touched', async () => {
    const { scope } = judge;
    const { instance } = await launched(3600_000);
    const stranger = createDockerOpsCloud({ installation: 'other', folderOf: () => undefined });
    const denied = { failure: 'denied', vendorCode: 'NotOurs' };
    const { instanceId } = instance;
    await expect(stranger.terminate(scope, instanceId)).rejects.toMatchObject(denied);
    await expect(stranger.stop(scope, instanceId)).rejects.toMatchObject(denied);
    await expect(stranger.tag(scope, instanceId, { a: 'b' })).rejects.toMatchObject(denied);
    await expect(stranger.sessions(scope, [instanceId])).rejects.toMatchObject(denied);
    await sleep(100);
    const { State } = await judge.engine.docker.getContainer(instanceId).inspect();
    expect(State.Running).toBe(true);
  });
});

function leaseOf({ tags }: LaunchOrder): string {
  return tags['sekisho:lease'] ?? '';
}
