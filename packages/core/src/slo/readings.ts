import { type BurnReading, type Evaluation, readAlerts } from '@sekisho/objectives/alerts';
import type { Look } from './evaluate/index.ts';

/** All that an SLO's alerts are judged by at its watermark; null before anything is complete. */
export function evaluationOf({ slo, objective, ledger, through }: Look): Evaluation | null {
  return through === null ? null : readAlerts(slo.alerts, objective, ledger, through);
}

export function burnsOf(evaluation: Evaluation | null): readonly BurnReading[] {
  const readings = evaluation?.readings ?? [];
  return readings.filter((reading): reading is BurnReading => reading.kind === 'burn');
}
