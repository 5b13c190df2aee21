import type { OpsLease } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Installation, install } from '../crash/support/installation.ts';
import { until } from '../crash/support/until.ts';
import { whyNoEngine } from './engine/podman.ts';
import { type HolderShell, runAsHolder } from './engine/session.ts';
import { type Engine, startEngine } from './engine/start-engine.ts';
import { withContainers } from './with-containers.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const reason = whyNoEngine();
if (reason !== null) console.warn(`SKIPPED: leases of containers: ${reason}`);

describe.skipIf(reason !== null)('a lease of a container', () => {
  let engine: Engine;
  let house: Installation;
  const as: Installation['caller']['as'] = (...words) => house.caller.as(...words);

  beforeAll(async () => {
    engine = await startEngine();
    house = await install({ edit: (yaml) => withContainers(yaml, engine) });
    await house.start();
  });
  afterAll(async () => {
    await house?.close();
    await engine?.close();
  });

  it('is connected to, extended, handed over and given back', async () => {
    const { id } = await as('sre2', 'ops.start', { environment: 'lab', reason: 'look around' });
    const ready = await untilState(id, 'active');
    expect(ready).toMatchObject({ provider: 'docker', costPerHour: 0, costSoFar: 0, account: '' });
    expect(ready.engine).toBe(engine.scope.engine.endpoint);

    const old = await shellOf('sre2', id);
    expect(await as('sre2', 'ops.who', {})).toMatchObject([{ lease: id, owner: 'holder' }]);
    const before = ready.deadline ?? '';
    const extended = await as('sre2', 'ops.extend', { id, by: '10m' });
    expect(Date.parse(extended.deadline ?? '') - Date.parse(before)).toBe(600_000);

    await as('sre2', 'ops.handover', { id, to: 'engineer' });
    await old.over;
    await expect(as('sre2', 'ops.connect', { id })).rejects.toMatchObject({
      problem: { code: 'not-yours' },
    });
    const fresh = await shellOf('engineer', id);

    await as('engineer', 'ops.stop', { id });
    await fresh.over;
    await untilState(id, 'ended');
    expect(await statesOn(engine, id)).toEqual(['exited']);
  });

  it('ends at its hard maximum although Sekisho was killed and never comes back', async () => {
    const { id } = await as('sre2', 'ops.start', { environment: 'brief', reason: 'a short look' });
    const { hardMaximum } = await untilState(id, 'active');
    // The switch is moved to it when the server is ready, which the engine then says.
    const container = await until('its switch to be shortened', async () => {
      const [own] = await containersOf(engine, id);
      const end = own && (await endIn(engine, own.Id));
      return own && end === Math.floor(Date.parse(hardMaximum ?? '') / 1000) ? own : null;
    });
    await house.killAll();
    const facts = await until('its container to end', async () => {
      const { State } = await engine.docker.getContainer(container.Id).inspect();
      return State.Running ? null : State;
    });
    const late = Date.parse(facts.FinishedAt) - Date.parse(hardMaximum ?? '');
    expect(late).toBeGreaterThan(-1000);
    expect(late).toBeLessThan(10_000);
  });

  function untilState(id: string, state: OpsLease['state']): Promise<OpsLease> {
    return until(`${id} to be ${state}`, async () => {
      const lease = await as('sre', 'ops.show', { id });
      return lease.state === state ? lease : null;
    });
  }

  /** A shell by the command that its holder is given, once it has answered. */
  async function shellOf(holder: string, id: string): Promise<HolderShell> {
    const { argv } = await as(holder, 'ops.connect', { id });
    const shell = runAsHolder(engine, argv);
    shell.type('echo the $((40 + 2)) answer');
    return until('the shell to answer', async () =>
      shell.shown().includes('the 42 answer') ? shell : null,
    );
  }
});

async function containersOf({ docker }: Engine, lease: string) {
  const all = await docker.listContainers({ all: true });
  return all.filter(({ Labels }) => Labels['sekisho:lease'] === lease);
}

async function statesOn(engine: Engine, lease: string): Promise<string[]> {
  return (await containersOf(engine, lease)).map(({ State }) => State);
}

/** When a container says that it ends, in seconds since 1970; read past the adapter. */
async function endIn({ docker }: Engine, id: string): Promise<number> {
  const exec = await docker.getContainer(id).exec({
    ...{ User: '65532:65532', AttachStdout: true, Tty: true },
    Cmd: ['cat', '/dev/shm/sekisho/until'],
  });
  const stream = await exec.start({ hijack: true, stdin: false, Tty: true });
  let shown = '';
  for await (const chunk of stream) shown += String(chunk);
  return Number(shown.trim());
}
