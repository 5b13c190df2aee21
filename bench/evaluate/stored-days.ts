import { type Ledger, makeLedger } from '@sekisho/objectives/budget';
import { noMask } from '@sekisho/objectives/corrections';
import {
  addToDay,
  decodeDay,
  emptyDay,
  encodeDay,
  type Minute,
  MinuteHistory,
  minutesPerDay,
  type Span,
} from '@sekisho/objectives/minutes';

const kinds = 64;

/**
 * Stored days as a database would hold them, encoded. There are 64 different ones, and each SLO's day
 * is one of them: ten thousand SLOs' thirty days would be a gigabyte of input.
 */
export interface StoredDays {
  readonly bytesPerMinute: number;
  /** An SLO's day as it is stored; only the minutes before `until`, when that is said. */
  bytesOf(slo: number, day: number, until: Minute | null): Uint8Array;
  /** An SLO's minutes of some span, decoded and counted anew. */
  ledgerOf(slo: number, span: Span): Ledger;
}

/** @param perMinute mean events of a minute */
export function storedDays(perMinute: number): StoredDays {
  const stored = Array.from({ length: kinds }, (_, kind) => encodeDay(noisyDay(kind, perMinute)));
  const bytes = stored.reduce((sum, each) => sum + each.length, 0);
  const kindOf = (slo: number, day: number) =>
    stored[(((slo * 31 + day * 17) % kinds) + kinds) % kinds] ?? new Uint8Array();
  const bytesOf = (slo: number, day: number, until: Minute | null) => {
    const { day: _, ...columns } = decodeDay(kindOf(slo, day));
    const from = until === null ? minutesPerDay : until - day * minutesPerDay;
    for (const column of Object.values(columns)) column.fill(0, Math.max(from, 0));
    return encodeDay({ ...columns, day });
  };
  const ledgerOf = (slo: number, span: Span) => {
    const history = new MinuteHistory();
    const first = Math.floor(span.from / minutesPerDay);
    for (let day = first; day * minutesPerDay < span.to; day += 1) {
      history.putDay({ ...decodeDay(kindOf(slo, day)), day });
    }
    return makeLedger(history, { kind: 'occurrences' }, noMask, span);
  };
  return { bytesPerMinute: bytes / kinds / minutesPerDay, bytesOf, ledgerOf };
}

function noisyDay(seed: number, perMinute: number) {
  const block = emptyDay(0);
  let dice = seed * 2_654_435_761 + 1;
  const roll = () => {
    dice = (Math.imul(dice, 1_664_525) + 1_013_904_223) >>> 0;
    return dice / 2 ** 32;
  };
  for (let at = 0; at < minutesPerDay; at += 1) {
    const spread = (roll() + roll() + roll() + roll() - 2) * Math.sqrt(3 * perMinute);
    const good = Math.max(Math.round(perMinute + spread), 0);
    addToDay(block, at, { good, bad: roll() < 0.3 ? Math.floor(roll() * 3) : 0, measured: 60_000 });
  }
  return block;
}
