import type { PlanAction } from '../reading/action.ts';
import type { Change, OutputChange } from '../reading/change.ts';
import type { Masked } from '../reading/masked.ts';
import { diffAttributes } from './attributes.ts';
import { type AttributeDiff, diffLimits, type PlanDiff, type ResourceDiff } from './plan-diff.ts';

/** What takes away stands first: it also gets the room first. */
const order: Readonly<Record<PlanAction, number>> = {
  delete: 0,
  replace: 1,
  forget: 2,
  update: 3,
  create: 4,
  read: 5,
  'no-op': 6,
};

interface Room {
  left: number;
}

/** Writes down what changes, within limits: everything is named, and what is not shown is counted. */
export function makeDiff(
  changes: readonly Change[],
  outputs: readonly OutputChange[],
  drift: readonly Change[],
): PlanDiff {
  const room: Room = { left: diffLimits.whole };
  const sorted = (list: readonly Change[]) =>
    list
      .filter(isShown)
      .toSorted((a, b) => order[a.action] - order[b.action] || compare(a.address, b.address))
      .map((change) => resourceDiff(change, room));
  return {
    resources: sorted(changes),
    outputs: outputs
      .filter(({ action }) => action !== 'no-op')
      .map(({ name, action, before, after }) => {
        const sides: Pick<Change, 'before' | 'after'> = {
          before: named(before),
          after: named(after),
        };
        return { name, action, ...fitted(diffAttributes(sides, []), room) };
      }),
    drift: sorted(drift),
  };
}

/** An output's value is shown as its one attribute. */
function named(value: Masked): Masked {
  return new Map<string, Masked>([['value', value]]);
}

/** What is moved or imported is shown, also where nothing of it changes. */
export function isShown({ action, previousAddress, imported }: Change): boolean {
  return action !== 'no-op' || previousAddress !== null || imported;
}

function resourceDiff(change: Change, room: Room): ResourceDiff {
  const { address, type, mode, action, reason, previousAddress, imported, deposed } = change;
  return {
    ...{ address, type, mode, action, reason, previousAddress, imported, deposed },
    ...fitted(diffAttributes(change, change.replaces), room),
  };
}

function fitted(
  { attributes, leftOut }: ReturnType<typeof diffAttributes>,
  room: Room,
): { readonly attributes: readonly AttributeDiff[]; readonly leftOut: number } {
  const shown: AttributeDiff[] = [];
  for (const one of attributes) {
    const size = sizeOf(one);
    if (size > room.left) break;
    room.left -= size;
    shown.push(one);
  }
  return { attributes: shown, leftOut: leftOut + attributes.length - shown.length };
}

function sizeOf({ path, before, after, lines }: AttributeDiff): number {
  const text = [before, after].map((side) => (side.kind === 'text' ? side.text.length : 0));
  const inLines = (lines ?? []).reduce((sum, line) => sum + line.text.length + 24, 0);
  return 80 + path.length + inLines + (text[0] ?? 0) + (text[1] ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
