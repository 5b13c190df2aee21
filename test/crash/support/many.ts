import { expect } from 'vitest';
import type { Installation } from './installation.ts';
import { judgeEntries } from './judge.ts';
import type { SekishoProcess } from './sekisho-process.ts';
import { until } from './until.ts';

const people = ['sre', 'sre2', 'engineer'] as const;
const atOnce = 10;

/** Asks for so many leases, as many of each server; a sleeping one keeps nobody from asking another. */
export function askAll(
  house: Installation,
  servers: readonly SekishoProcess[],
  count: number,
): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return ofEach(servers, numbers, async (server, number) => {
    const ask = { environment: 'staging', for: '30m', reason: `lease number ${number}` };
    const person = people[number % people.length] ?? 'sre';
    return (await house.callerOf(server).as(person, 'ops.start', ask)).id;
  });
}

/** Gives every lease back, as many of them through each server. */
export async function stopAll(
  house: Installation,
  servers: readonly SekishoProcess[],
  ids: readonly string[],
): Promise<void> {
  await ofEach(servers, ids, (server, id) => house.callerOf(server).as('sre', 'ops.stop', { id }));
}

/** Does something with each thing through one of the servers, without one waiting for another. */
async function ofEach<T, R>(
  servers: readonly SekishoProcess[],
  things: readonly T[],
  act: (server: SekishoProcess, thing: T) => Promise<R>,
): Promise<R[]> {
  const parts = servers.map((server, index) => {
    const part = things.filter((_, number) => number % servers.length === index);
    return inTurns(part, (thing) => act(server, thing));
  });
  return (await Promise.all(parts)).flat();
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
