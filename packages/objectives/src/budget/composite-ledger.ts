import { runningSums } from '../minutes/running-sums.ts';
import { type Ledger, type LedgerPart, sumLedger } from './ledger.ts';

type Columns = Pick<Ledger, 'total' | 'bad' | 'missing' | 'expected' | 'measured'>;

/**
 * One ledger of several, each with its weight: a span of it is the weighted mean of what the parts
 * held in that span, not a sum of its minutes. The columns, cell by cell, are for those who look for
 * where it went wrong.
 *
 * @param parts counted by the same method over the same span; at least one
 */
export function makeComposite(parts: readonly LedgerPart[]): Ledger {
  const [first] = parts;
  if (first === undefined) throw new RangeError('a composite needs a part');
  const { method, cellMinutes, firstCell, cells } = first.ledger;
  let known: Columns | null = null;
  const columns = (): Columns => {
    known ??= cellByCell(whole);
    return known;
  };
  const whole: Ledger = {
    ...{ method, cellMinutes, firstCell, cells, parts },
    get total() {
      return columns().total;
    },
    get bad() {
      return columns().bad;
    },
    get missing() {
      return columns().missing;
    },
    get expected() {
      return columns().expected;
    },
    get measured() {
      return columns().measured;
    },
  };
  return whole;
}

function cellByCell(ledger: Ledger): Columns {
  const { cellMinutes: size, firstCell, cells } = ledger;
  const sums = Array.from({ length: cells }, (_, place) => {
    const from = (firstCell + place) * size;
    return sumLedger(ledger, { from, to: from + size });
  });
  const column = (name: keyof Columns) =>
    runningSums(Float64Array.from(sums, (cell) => cell[name]));
  return {
    ...{ total: column('total'), bad: column('bad'), missing: column('missing') },
    ...{ expected: column('expected'), measured: column('measured') },
  };
}
