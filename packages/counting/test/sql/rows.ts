import type { Row } from '../../../../test/support/chdb.ts';
import type { Counted, MinuteCounts } from '../../src/index.ts';
import { unparsedOf } from '../count-bytes.ts';

/** What SQL is to answer where the scanner counted this. */
export function expectedRows(counted: Counted): readonly string[] {
  const { groups, minutes } = counted;
  const rows =
    groups.length === 0
      ? minutes.map((each) => rowOf(null, each))
      : groups.flatMap(({ name, minutes: own }) => own.map((each) => rowOf(name, each)));
  const unparsed = unparsedOf(counted);
  const lost = JSON.stringify([null, null, 0, 0, 0, 0, unparsed]);
  return [...rows, ...(unparsed === 0 ? [] : [lost])].toSorted();
}

function rowOf(route: string | null, { minute, good, bad, excluded }: MinuteCounts): string {
  const at = new Date(minute * 60_000).toISOString().replace('.000', '');
  return JSON.stringify([route, at, good + bad + excluded, good, bad, excluded, 0]);
}

/** What an engine answered, in the same shape. */
export function answeredRows(rows: readonly Row[]): readonly string[] {
  return rows
    .map((row) => {
      const numbers = ['total', 'good', 'bad', 'excluded', 'unparsed'].map((name) =>
        Number(row[name]),
      );
      return JSON.stringify([row.route ?? null, row.minute ?? null, ...numbers]);
    })
    .toSorted();
}
