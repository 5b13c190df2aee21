import type { LeaseRow } from '../../../packages/core/src/leases/index.ts';
import { type LifeRow, promisedLateness } from '../life-row.ts';
import type { CallMade } from '../mortal.ts';
import type { SceneOptions } from '../servers/servers-scene.ts';
import { isLive } from './group-kind.ts';
import { type GroupService, standing } from './group-service.ts';

/**
 * Judges every call as it reaches the service, against what is committed then: nobody joins whom
 * no granted lease wants there, and nobody leaves whom a live lease or standing access wants.
 * Whoever slept on the way acts on what was: only standing access must be safe from him, and
 * the next look mends the rest.
 */
export function judgeCalls({ database, blame }: SceneOptions) {
  return async ({ call, given, slept }: CallMade): Promise<void> => {
    if (call !== 'join' && call !== 'leave') return;
    const [group, person] = given as [string, string];
    if (call === 'leave' && standing.includes(person)) blame(`${person} lost standing access`);
    if (slept) return;
    const wanting = (await database.kysely
      .selectFrom('leases')
      .select(['id', 'state'])
      .where('target_key', '=', group)
      .where('holder', '=', person)
      .where('granted_at', 'is not', null)
      .execute()) as Pick<LeaseRow, 'id' | 'state'>[];
    const live = wanting.filter(isLive).map(({ id }) => id);
    if (call === 'leave' && live.length > 0) blame(`${person} was cut from ${live.join(', ')}`);
    if (call === 'join' && live.length === 0) blame(`${person} joined ${group} without a lease`);
  };
}

/** Standing access is there at every moment. */
export function checkGroups({ groups }: GroupService): string[] {
  return [...groups].flatMap(([group, members]) =>
    standing.filter((person) => !members.has(person)).map((person) => `${person} lost ${group}`),
  );
}

/**
 * In each group is exactly who is wanted there: everyone with an active lease or standing access,
 * and nobody else but those whose lease is being granted or, for as long as promised, taken back.
 */
export function checkUnion(
  { groups }: GroupService,
  rows: readonly LifeRow[],
  now: Date,
): string[] {
  const latest = now.getTime() - promisedLateness * 1000;
  return [...groups].flatMap(([group, members]) => {
    const own = rows.filter(({ target_key: key }) => key === group);
    const must = own.filter(({ state }) => state === 'active');
    const may = own.filter(
      ({ state, deadline }) =>
        ['granting', 'active', 'revoking'].includes(state) &&
        (deadline === null || deadline.getTime() >= latest),
    );
    const people = new Set([...standing, ...may.map(({ holder }) => holder)]);
    return [
      ...must
        .filter(({ holder }) => !members.has(holder))
        .map(({ id, holder }) => `${id} is active, and ${holder} is not in ${group}`),
      ...[...members]
        .filter((person) => !people.has(person))
        .map((person) => `${person} is in ${group} without a lease`),
    ];
  });
}
