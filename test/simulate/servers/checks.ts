import type { InProcessCloud } from '@sekisho/practice/aws';
import { type LifeRow, promisedLateness } from '../life-row.ts';

/** A schedule keeps to the minute, and its Automation takes a moment. */
const switchLateness = 120;

/** Instances that cost money and let people in, by lease. */
export function livingByLease({ world }: InProcessCloud, now: number): Map<string, Living[]> {
  const living = new Map<string, Living[]>();
  for (const { id, tags, phases, launchedAt } of world.instances.values()) {
    const state = phases.findLast(({ at }) => at <= now)?.state ?? 'pending';
    if (state === 'terminated' || state === 'shutting-down') continue;
    const lease = tags['sekisho:lease'] ?? '';
    const maximum = Date.parse(tags['sekisho:hard-maximum'] ?? '');
    living.set(lease, [...(living.get(lease) ?? []), { id, launchedAt, maximum }]);
  }
  return living;
}

export interface Living {
  readonly id: string;
  readonly launchedAt: number;
  readonly maximum: number;
}

/** What must hold at every moment, whatever is broken: from the cloud's own state. */
export function checkCloud(living: Map<string, Living[]>, now: number): string[] {
  return [...living].flatMap(([lease, instances]) => [
    ...(instances.length > 1 ? [`${lease} has ${instances.length} living instances`] : []),
    ...instances.flatMap(({ id, maximum }) =>
      now > maximum + 20 * 60_000 + switchLateness * 1000 ? [`${id} outlived ${lease}`] : [],
    ),
  ]);
}

/** What must hold of every lease at every moment. */
export function checkLives(
  rows: readonly LifeRow[],
  living: Map<string, Living[]>,
  now: number,
): string[] {
  return rows.flatMap((row) => {
    const instances = living.get(row.id) ?? [];
    const problems: string[] = [];
    const say = (words: string) => problems.push(`${row.id} (${row.state}): ${words}`);
    if (instances.length > 0 && row.granted_at === null) say('an instance before the grant');
    const over = row.ended_at?.getTime() ?? Number.POSITIVE_INFINITY;
    if (instances.some(({ launchedAt }) => launchedAt < over && now >= over)) {
      say('ended with an instance');
    }
    if (row.granted_at && instances.length > 0) {
      const longest = row.granted_at.getTime() + (20 * 60 + row.maximum_seconds) * 1000;
      if (now > longest + switchLateness * 1000) say('alive past the hard maximum');
    }
    return problems;
  });
}

/** What must hold once Sekisho has worked undisturbed for longer than it promises. */
export function checkLateness(
  rows: readonly LifeRow[],
  living: Map<string, Living[]>,
  now: number,
): string[] {
  return rows.flatMap((row) => {
    const { deadline } = row;
    const late = deadline !== null && now > deadline.getTime() + promisedLateness * 1000;
    const alive = living.has(row.id);
    return late && alive ? [`${row.id} (${row.state}): alive past its deadline`] : [];
  });
}
