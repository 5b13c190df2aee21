import type { TargetRow } from '../row.ts';

const width = 8;

/** The last step of each serial key in a pass. */
export type Turns = Map<string, Promise<void>>;

/** Does `step` for every work, some at once, but those of one serial key one after another. */
export async function inTurns<Work extends { readonly target: TargetRow }>(
  turns: Turns,
  works: readonly Work[],
  step: (work: Work) => Promise<void>,
): Promise<void> {
  const groups = [...Map.groupBy(works, (work) => work.target.serial_key)];
  const take = async () => {
    for (let next = groups.shift(); next; next = groups.shift()) {
      const [key, group] = next;
      const turn = (turns.get(key) ?? Promise.resolve()).then(async () => {
        for (const work of group) await step(work);
      });
      turns.set(key, turn);
      await turn;
    }
  };
  await Promise.all(Array.from({ length: width }, take));
}
