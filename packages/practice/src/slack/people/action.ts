import { isObject } from '../arguments.ts';
import { elementsOf } from '../blocks/complete.ts';
import { fail } from '../failure.ts';
import type { Json } from '../state.ts';
import type { World } from '../world.ts';
import { nextTs } from '../world.ts';
import { stateOf } from './values.ts';

/** Finds an element that can be clicked. Errors: `action_not_found`. */
export function findElement(blocks: unknown, blockId: string, actionId: string): Json {
  const block = (Array.isArray(blocks) ? blocks.filter(isObject) : []).find(
    (candidate) => candidate['block_id'] === blockId,
  );
  const element =
    block === undefined ? undefined : elementsOf(block).find((e) => e['action_id'] === actionId);
  return element ?? fail('action_not_found');
}

/** The entry of `actions` in a `block_actions` payload. */
export function describeAction(world: World, blockId: string, element: Json, value: unknown): Json {
  const common = {
    action_id: element['action_id'],
    block_id: blockId,
    type: element['type'],
    action_ts: nextTs(world),
  };
  if (element['type'] !== 'button') return { ...stateOf(element, value), ...common };
  const held = element['value'] === undefined ? {} : { value: element['value'] };
  return { ...common, text: element['text'], ...held };
}
