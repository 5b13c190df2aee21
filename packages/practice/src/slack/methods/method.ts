import type { Json } from '../state.ts';
import type { World } from '../world.ts';

/** One Web API method: checked arguments in, the fields beside `ok: true` out. */
export type Method = (world: World, args: Json) => Json;
