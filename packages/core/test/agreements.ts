import type { Config } from '@sekisho/config';
import type { Entry, Proposal } from '@sekisho/contract';
import { targetAt } from '@sekisho/objectives/budget';
import { minuteOf } from '@sekisho/objectives/minutes';
import type { TestWorld } from '../../../test/support/world.ts';
import { transactAsSystem } from '../src/platform/transact-as-system.ts';
import { targetsOfEach } from '../src/slo/targets/history.ts';
import { sloConfig } from './slos.ts';

/** A configuration that a test changes while the house reads it. */
export interface LiveConfig {
  readonly live: Config;
  now: Config;
}

export function liveConfig(first: Config): LiveConfig {
  const holder = { now: first } as { now: Config; live: Config };
  holder.live = new Proxy(first, { get: (_, key) => Reflect.get(holder.now, key) as unknown });
  return holder;
}

let last = 0;

/** Adds a fresh SLO, of a service of its own with these owners, and answers its id. */
export function addSlo(
  config: LiveConfig,
  target = 0.999,
  owners: readonly string[] = ['group:engineers'],
): string {
  const id = `slo-${(last += 1)}`;
  const service = `service-${id}`;
  config.now = {
    ...config.now,
    slos: [...config.now.slos, sloConfig({ id, service, target })],
    services: { ...config.now.services, [service]: { name: service, displayName: null, owners } },
  };
  return id;
}

/** The target in force at a moment; undefined where none is. */
export async function targetAtMoment(
  world: TestWorld,
  id: string,
  at: Date,
): Promise<number | undefined> {
  return transactAsSystem(world.core.house, async (tx) => {
    const slos = tx.config.slos.filter((slo) => slo.id === id);
    return targetAt((await targetsOfEach(tx, slos)).get(id) ?? [], minuteOf(at.getTime()));
  });
}

/** How each proposal of some entries ended, by the log alone. */
export function statesInLog(entries: readonly Entry[]): Readonly<Record<string, string>> {
  const states: Record<string, string> = {};
  for (const { action, subject, outcome, data } of entries) {
    if (outcome === 'refused' || subject === null) continue;
    if (action === 'slo.propose') {
      states[subject] = 'open';
      if (typeof data['replaces'] === 'string') states[data['replaces']] = 'replaced';
    }
    if (action === 'slo.accept' && data['agreed'] === true) states[subject] = 'agreed';
    if (action === 'slo.decline') states[subject] = 'declined';
    if (action === 'slo.lapsed') states[subject] = 'lapsed';
  }
  return states;
}

/** Whether two people agreed, one for each side, who each may. */
export function agreedByTwo(
  { agreements }: Proposal,
  owners: readonly string[],
  sres: readonly string[],
): boolean {
  const owner = agreements.find(({ side }) => side === 'owner')?.who;
  const sre = agreements.find(({ side }) => side === 'sre')?.who;
  if (owner === undefined || sre === undefined || owner === sre) return false;
  return owners.includes(owner) && sres.includes(sre);
}
