import type { SloConfig } from '@sekisho/config';
import type { Correction } from '@sekisho/objectives/corrections';
import type { Tx } from '../../platform/context.ts';
import type { CorrectionRow } from '../agreements/row.ts';
import { countingCorrections } from '../agreements/store.ts';

/** The corrections of each SLO that somebody else agreed to, by its id: no other takes anything out. */
export async function correctionsOfEach(
  tx: Tx,
  slos: readonly SloConfig[],
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const rows = await countingCorrections(tx);
  return new Map(
    slos.map((slo) => [slo.id, rows.filter((row) => isFor(row, slo)).map(correctionIn)]),
  );
}

function isFor(row: CorrectionRow, { id, service }: SloConfig): boolean {
  return row.slos === null ? row.service === service : row.slos.includes(id);
}

function correctionIn(row: CorrectionRow): Correction {
  const { when } = row.wish;
  const until = row.counts_until_minute;
  return {
    id: row.id,
    when: when.kind === 'recurring' && until !== null ? { ...when, until } : when,
    ...{ who: row.asked_by, why: row.reason },
    agreedBy: row.agreements.map(({ who }) => who).join(', '),
  };
}
