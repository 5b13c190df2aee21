import type { Kind, SpecOf } from '../model.ts';
import type { Shape } from '../shape/shape.ts';

/** How a version writes the kinds that it has. */
export type Kinds = { readonly [Name in Kind]?: Shape<SpecOf<Name>> };
