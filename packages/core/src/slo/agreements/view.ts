import type { Correction, Proposal } from '@sekisho/contract';
import { isoOf } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { isoOrNull, percentOf } from './minutes.ts';
import { needsOf } from './needs.ts';
import type { AgreementRow, CorrectionRow, ProposalRow } from './row.ts';

const isoOfDate = (at: Date | null) => at?.toISOString() ?? null;

/** An open one that nobody answered in time has lapsed, whether that was written down yet or not. */
export function asOfNow<Row extends AgreementRow>(tx: Pick<Tx, 'now'>, row: Row): Row {
  const late = row.state === 'open' && row.lapses_at.getTime() <= tx.now.getTime();
  return late ? { ...row, state: 'lapsed', ended_at: row.lapses_at } : row;
}

function common(tx: Pick<Tx, 'now' | 'config'>, row: AgreementRow) {
  return {
    ...{ id: row.id, service: row.service, reason: row.reason, revision: row.revision },
    ...{ askedBy: row.asked_by, askedAt: row.asked_at.toISOString() },
    lapsesAt: row.lapses_at.toISOString(),
    agreements: row.agreements.map((given) => ({ ...given })),
    needs: needsOf(tx.config, row, tx.now),
    agreedAt: isoOfDate(row.agreed_at),
    ...{ endedAt: isoOfDate(row.ended_at), endedBy: row.ended_by, endReason: row.end_reason },
  };
}

/** A proposal as doors show one. */
export function proposalView(tx: Pick<Tx, 'now' | 'config'>, stored: ProposalRow): Proposal {
  const row = asOfNow(tx, stored);
  const { target, before, from } = row.wish;
  return {
    kind: 'target',
    ...common(tx, row),
    slo: row.slos[0] ?? '',
    state: row.state,
    target: percentOf(target),
    before: percentOf(before),
    from,
    inForceFrom: isoOrNull(row.in_force_minute),
  };
}

/** A correction as doors show one. */
export function correctionView(tx: Pick<Tx, 'now' | 'config'>, stored: CorrectionRow): Correction {
  const row = asOfNow(tx, stored);
  const { when, retroactive } = row.wish;
  return {
    kind: 'correction',
    ...common(tx, row),
    slos: row.slos === null ? null : [...row.slos],
    state: row.state,
    when: whenView(when),
    countsAgainFrom: isoOrNull(row.counts_until_minute),
    retroactive,
  };
}

function whenView(when: CorrectionRow['wish']['when']): Correction['when'] {
  if (when.kind === 'once') return { kind: 'once', from: isoOf(when.from), to: isoOf(when.to) };
  const { kind, rule, start, timeZone, minutes } = when;
  return { kind, rule, start, timeZone, minutes };
}

export function agreedView(tx: Pick<Tx, 'now' | 'config'>, row: AgreementRow) {
  return row.kind === 'target' ? proposalView(tx, row) : correctionView(tx, row);
}
