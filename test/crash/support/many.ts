import { expect } from 'vitest';
import type { Installation } from './installation.ts';
import { judgeEntries } from './judge.ts';
import type { SekishoProcess } from './sekisho-process.ts';
import { until } from './until.ts';

const people = ['sre', 'sre2', 'engineer'] as const;
const atOnce = 10;

/** Asks for so many leases, of one server after another; a sleeping one is asked until it answers. */
export function askAll(
  house: Installation,
  servers: readonly SekishoProcess[],
  count: number,
): Promise<string[]> {
  const callers = servers.map((server) => house.callerOf(server));
  const numbers = Array.from({ length: count }, (_, number) => number);
  return inTurns(numbers, async (number) => {
    const caller = callers[number % callers.length] ?? house.caller;
    const ask = { environment: 'staging', for: '30m', reason: `lease number ${number}` };
    const { id } = await caller.as(people[number % people.length] ?? 'sre', 'ops.start', ask);
    return id;
  });
}

/** Gives every lease back. */
export async function stopAll(house: Installation, ids: readonly string[]): Promise<void> {
  await inTurns(ids, (id) => house.caller.as('sre', 'ops.stop', { id }));
}

export async function untilAll(
  { caller }: Installation,
  ids: readonly string[],
  state: 'active' | 'ended',
): Promise<void> {
  const wanted = new Set(ids);
  const ask = async () => {
    const rows = await caller.as('sre', 'ops.history', { limit: 1000 });
    return rows.filter((row) => row.state === state && wanted.has(row.id)).length;
  };
  await until(
    `${ids.length} leases to be ${state}`,
    async () => ((await ask()) === ids.length ? true : null),
    400,
  );
}

const deeds = ['ops.start', 'lease.granting', 'lease.ready', 'ops.stop', 'lease.ended'];

/** Judges leases that are over: one server ever, none now, and each deed recorded once. */
export async function judgeAll(house: Installation, ids: readonly string[]): Promise<void> {
  const { sky, caller } = house;
  for (const id of ids) {
    expect(await sky.launchedFor(id), `servers ever launched for ${id}`).toHaveLength(1);
    expect(await sky.livingOf(id), `living servers of ${id}`).toEqual([]);
  }
  await inTurns(ids, (id) => judgeEntries(house, id, deeds));
  expect(await caller.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true });
}

/** A few at once. */
async function inTurns<T, R>(things: readonly T[], act: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < things.length; at += atOnce) {
    results.push(...(await Promise.all(things.slice(at, at + atOnce).map(act))));
  }
  return results;
}
