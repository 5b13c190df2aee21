import { isObject } from '../arguments.ts';
import type { BlockPlace } from '../attachments.ts';
import { elementsOf } from '../blocks/complete.ts';
import { fail } from '../failure.ts';
import type { Json } from '../state.ts';
import type { World } from '../world.ts';
import { nextTs } from '../world.ts';
import { stateOf } from './values.ts';

/** Finds an element that can be clicked. Errors: `action_not_found`. */
export function findElement(blocks: unknown, blockId: string, actionId: string): Json {
  return elementIn(blocks, blockId, actionId) ?? fail('action_not_found');
}

/** Finds an element of a message, and the place that it stands in. Errors: `action_not_found`. */
export function findPlaced(
  places: readonly BlockPlace[],
  blockId: string,
  actionId: string,
): { readonly place: BlockPlace; readonly element: Json } {
  for (const place of places) {
    const element = elementIn(place.blocks, blockId, actionId);
    if (element !== undefined) return { place, element };
  }
  return fail('action_not_found');
}

function elementIn(blocks: unknown, blockId: string, actionId: string): Json | undefined {
  const all = Array.isArray(blocks) ? blocks.filter(isObject) : [];
  return all
    .filter((block) => block['block_id'] === blockId)
    .flatMap(elementsOf)
    .find((element) => element['action_id'] === actionId);
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
