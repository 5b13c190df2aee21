import type { Version } from '../model.ts';
import type { Kinds } from './kinds.ts';
import { v1Kinds } from './v1.ts';
import { v1alphaKinds } from './v1alpha.ts';
import { v2alphaKinds } from './v2alpha.ts';

/** How each version writes the kinds that it has. */
export const kindsOf: Readonly<Record<Version, Kinds>> = {
  'openslo/v1': v1Kinds,
  'openslo/v1alpha': v1alphaKinds,
  'openslo.com/v2alpha': v2alphaKinds,
};
