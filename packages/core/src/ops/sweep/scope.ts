import type { House } from '../../platform/context.ts';
import type { OpsCloud } from '../cloud.ts';

export interface SweepScope {
  readonly house: House;
  readonly cloud: OpsCloud;
}

/** What every sweep, looking or acting, locks. */
export const sweepSubject = 'sweep';
