import { isObject } from '../arguments.ts';
import type { Json } from '../state.ts';
import type { Rng } from '../world.ts';
import { newId } from '../world.ts';

/** Gives blocks and elements that came without an id one, as Slack does. */
export function completeBlocks(rng: Rng, blocks: unknown): Json[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.filter(isObject).map((block) => {
    const done: Json = { ...block };
    if (typeof done['block_id'] !== 'string' || done['block_id'] === '') {
      done['block_id'] = newId(rng, '', 5);
    }
    if (Array.isArray(done['elements']) && done['type'] === 'actions') {
      done['elements'] = done['elements'].map((element) => completeElement(rng, element));
    }
    if (isObject(done['accessory'])) done['accessory'] = completeElement(rng, done['accessory']);
    if (isObject(done['element'])) done['element'] = completeElement(rng, done['element']);
    return done;
  });
}

function completeElement(rng: Rng, element: unknown): unknown {
  if (!isObject(element) || element['type'] === 'image') return element;
  return typeof element['action_id'] === 'string' && element['action_id'] !== ''
    ? element
    : { ...element, action_id: newId(rng, '', 5) };
}

/** The interactive elements of a block. */
export function elementsOf(block: Json): Json[] {
  const all = [block['accessory'], block['element']];
  if (block['type'] === 'actions' && Array.isArray(block['elements']))
    all.push(...block['elements']);
  return all.filter(isObject).filter((element) => typeof element['action_id'] === 'string');
}
