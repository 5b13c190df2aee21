import type { SloConfig } from '@sekisho/config';
import type { DayBlock } from '@sekisho/objectives/minutes';
import type { TestWorld } from '../../../test/support/world.ts';
import { transactAsSystem } from '../src/platform/transact-as-system.ts';
import { daysOf, seriesOf } from '../src/slo/minutes/index.ts';

/** Every day that is stored of what an SLO counts. */
export function sloDays({ core }: Pick<TestWorld, 'core'>, slo: SloConfig): Promise<DayBlock[]> {
  return transactAsSystem(core.house, (tx) => daysOf(tx, seriesOf(slo), { from: 0, to: 40_000 }));
}
