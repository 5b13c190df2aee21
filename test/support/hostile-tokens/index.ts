import type { Hostile, Makers } from './makers.ts';
import { ofClaims } from './of-claims.ts';
import { ofHeaders } from './of-headers.ts';
import { ofShapes } from './of-shapes.ts';

export { audience } from './makers.ts';

/** Tokens that must be refused, and how. */
export function hostileTokens(makers: Makers): readonly Hostile[] {
  return [...ofHeaders(makers), ...ofClaims(makers), ...ofShapes(makers)];
}
