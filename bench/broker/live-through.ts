import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@sekisho/core';
import { createCiWorld, plan } from '../../packages/core/test/ci.ts';

/** Milliseconds and seconds that jobs and their ends took. */
export interface Lived {
  /** From an approval until the job has credentials, one job after another. */
  readonly toCredentialsMs: readonly number[];
  /** From the moment that all were stopped until the policy was written that denies them, by our own work alone. */
  readonly deniedMs: number;
  /** From that moment until each had ended in our books too. */
  readonly lateMs: readonly number[];
}

/** Lends to so many jobs on practice and takes all of it back at one moment. */
export async function liveThrough(count: number): Promise<Lived> {
  const directory = await mkdtemp(join(tmpdir(), 'sekisho-broker-'));
  const world = await createCiWorld(undefined, await openEmbedded(directory));
  try {
    const toCredentialsMs: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const claims = { run_id: String(1000 + index) };
      const { lease } = await world.exchange({ purpose: 'apply', plan }, claims);
      const began = performance.now();
      await world.as('sre', 'lease.approve', { id: lease });
      while ((await world.core.reconcile()) > 0);
      const { credentials } = await world.exchange({ purpose: 'apply', plan }, claims);
      if (credentials === null) throw new Error(`${lease} has no credentials`);
      toCredentialsMs.push(performance.now() - began);
    }
    let deniedMs = Number.NaN;
    const began = performance.now();
    const write = world.aws.putRolePolicy;
    world.aws.putRolePolicy = (...given) => {
      deniedMs = performance.now() - began;
      return write(...given);
    };
    await world.as('sre', 'lease.stop-all', { reason: 'bench' });
    const lateMs: number[] = [];
    for (let pass = 0; lateMs.length < count && pass < 100; pass += 1) {
      await world.core.reconcile();
      world.clock.turn(1);
      const open = await world.as('sre', 'lease.list', { limit: 1000 });
      const gone = count - open.length;
      while (lateMs.length < gone) lateMs.push(performance.now() - began);
    }
    return { toCredentialsMs, deniedMs, lateMs };
  } finally {
    await world.database.close();
    await rm(directory, { recursive: true });
  }
}
