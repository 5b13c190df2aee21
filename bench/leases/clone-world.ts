import type { InProcessCloud } from '@sekisho/practice/aws';
import { instanceId, leaseId } from './numbered.ts';

/** Copies the real lease's instance, launch token and switch until there are `live` of each. */
export function cloneWorld({ world }: InProcessCloud, real: string, live: number): void {
  const [instance] = [...world.instances.values()].filter((each) =>
    JSON.stringify(each).includes(real),
  );
  if (instance === undefined) throw new Error('the real lease has no instance to copy');
  const tables = [world.instances, world.tokens, world.schedules].map((table) => ({
    table: table as { put(key: string, row: unknown): void },
    rows: [...table.entries()].filter((row) => JSON.stringify(row).includes(real)),
  }));
  for (let number = 1; number < live; number += 1) {
    const renamed = (text: string) =>
      text.replaceAll(real, leaseId(number)).replaceAll(instance.id, instanceId(number));
    for (const { table, rows } of tables) {
      for (const row of rows) {
        const [key, copy] = JSON.parse(renamed(JSON.stringify(row))) as [string, unknown];
        table.put(key, copy);
      }
    }
  }
}

/** How many instances there are that have not ended and are not ending. */
export function livingInstances({ world }: InProcessCloud, now: number): number {
  const stateOf = (phases: readonly { at: number; state: string }[]) =>
    phases.findLast(({ at }) => at <= now)?.state;
  return [...world.instances.values()].filter(
    ({ phases }) => !['shutting-down', 'terminated'].includes(stateOf(phases) ?? ''),
  ).length;
}
