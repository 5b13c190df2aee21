import type { Summed } from '../client-errors/share-jump.ts';
import type { Minute } from '../minutes/minute.ts';

/** From where the requests of one service can be looked at, the nearest to its users first. */
export const viewKinds = ['beacon', 'probe', 'load-balancer', 'server'] as const;

export type ViewKind = (typeof viewKinds)[number];

/** One view of a service: what was counted from there. */
export interface View {
  readonly kind: ViewKind;
  readonly minutes: Summed;
  /** Share of bad that its target allows, 0 to 1. */
  readonly allowed: number;
  /** Minutes before this one are complete; null when none is. */
  readonly through: Minute | null;
}
