import { expect } from 'vitest';
import type { Installation } from '../installation.ts';
import { judgeEntries } from '../judge.ts';
import type { AssignmentRow } from '../sky.ts';
import { type Cast, leaseOf, rows } from './cast.ts';
import { assignmentsOf, type Key, mayDo, policiesOf, switchDue, switchesOf } from './world.ts';

/** Nothing is lent yet: each asking was written down once, and AWS knows of none. */
export async function judgeAsked(house: Installation, { ids }: Cast): Promise<void> {
  await judgeAssignments(house, [rows.kept]);
  await judgeEntries(house, ids.access, ['access.request']);
  for (const id of [ids.broker, ids.window]) await judgeEntries(house, id, ['ci.exchange']);
}

/** What is lent is there once, with its switch and for its holder alone; what stood before has none. */
export async function judgeLent(house: Installation, { ids, keys }: Cast): Promise<void> {
  await judgeAssignments(house, [rows.kept, rows.access, rows.long]);
  const state = await house.sky.state();
  for (const [id, row] of [
    [ids.access, rows.access],
    [ids.long, rows.long],
  ] as const) {
    const { hardMaximum } = await leaseOf(house, id);
    expect(
      switchesOf(state, row).map(({ dueAt }) => dueAt),
      `switch of ${id}`,
    ).toEqual([switchDue(hardMaximum)]);
  }
  expect(switchesOf(state, rows.kept), 'switch of what stood before').toEqual([]);
  expect(await allowed(house, keys)).toEqual({ broker: true, window: true, stranger: false });
  expect(policiesOf(state, 'sekisho-ci-window')).toEqual([`sekisho-window-${ids.window}`]);
  const born = ['lease.granting', 'lease.ready'];
  for (const id of [ids.kept, ids.long]) await judgeEntries(house, id, ['access.request', ...born]);
  for (const id of [ids.access, ids.broker, ids.window]) {
    await judgeEntries(house, id, ['lease.approve', ...born]);
  }
  await judgeChain(house);
}

/** The same is lent, for longer. */
export async function judgeKept(house: Installation, cast: Cast): Promise<void> {
  await judgeLent(house, cast);
  await judgeEntries(house, cast.ids.access, ['access.extend']);
  await judgeEntries(house, cast.ids.window, ['ci.extend']);
}

/** What was lent is gone, also for those who had keys; what stood before, and what is lent still, is not. */
export async function judgeEnded(house: Installation, { ids, keys }: Cast): Promise<void> {
  await judgeAssignments(house, [rows.kept, rows.long]);
  const state = await house.sky.state();
  expect(await allowed(house, keys)).toEqual({ broker: false, window: false, stranger: false });
  expect(policiesOf(state, 'sekisho-ci-window'), 'windows').toEqual([]);
  expect(policiesOf(state, 'sekisho-ci-apply'), 'denials').toEqual(['sekisho-ended']);
  for (const id of [ids.access, ids.kept]) {
    await judgeEntries(house, id, ['access.return', 'lease.ended']);
  }
  for (const id of [ids.broker, ids.window]) {
    await judgeEntries(house, id, ['ci.finish', 'lease.ended']);
  }
  const whole = [
    'access.request',
    'lease.granting',
    'lease.ready',
    'lease.revoking',
    'lease.ended',
  ];
  await judgeEntries(house, ids.brief, whole);
  await judgeChain(house);
}

/** Nothing of ours is left in AWS; what stood before still stands. */
export async function judgeGone(house: Installation, { ids }: Cast): Promise<void> {
  await judgeAssignments(house, [rows.kept]);
  const state = await house.sky.state();
  for (const role of ['sekisho-ci-apply', 'sekisho-ci-window'] as const) {
    expect(policiesOf(state, role), `policies of ${role}`).toEqual([]);
  }
  const left = Object.values(rows).flatMap((row) => switchesOf(state, row));
  expect(left, 'switches').toEqual([]);
  await judgeEntries(house, ids.long, ['access.return', 'lease.ended']);
  await judgeChain(house);
}

/** Which of these credentials AWS lets do what only strong ones may. */
export async function allowed(house: Installation, keys: Cast['keys']) {
  const all = Object.entries(keys) as [string, Key][];
  const answers = all.map(async ([name, key]) => [name, await mayDo(house, key)] as const);
  return Object.fromEntries(await Promise.all(answers));
}

/** Of all that we could lend or that was given by hand, just these are there. */
export async function judgeAssignments(
  { sky }: Installation,
  wanted: readonly AssignmentRow[],
): Promise<void> {
  const state = await sky.state();
  const ours = new Set(assignmentsOf({ assignments: Object.values(rows) }));
  const there = assignmentsOf(state).filter((key) => ours.has(key));
  expect(there, 'assignments').toEqual(assignmentsOf({ assignments: wanted }));
}

async function judgeChain({ caller }: Installation): Promise<void> {
  expect(await caller.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true });
}
