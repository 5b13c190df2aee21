import { useSay } from '../../shared/say.ts';
import table from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import { useFigures } from '../figures.ts';
import classes from './charts.module.css';
import { rowsOf, type SloHistory } from './history-columns.ts';

/** What is drawn, to be read: some thirty moments of it. */
export function HistoryTable({ history }: { readonly history: SloHistory }) {
  const { t, exact } = useSay();
  const figures = useFigures();
  const words = t.sloCharts;
  const rows = rowsOf(history);
  const heads = [
    words.at,
    ...[words.good, words.bad, words.budget].map((text) => ({ text, figure: true as const })),
  ];
  return (
    <details className={classes.table}>
      <summary>{words.table}</summary>
      <Table label={words.table} heads={heads}>
        {rows.map(({ at, good, bad, remainingShare }) => (
          <tr key={at}>
            <td className={table.nowrap}>{exact(at)}</td>
            <td className={table.figure}>{figures.count(good)}</td>
            <td className={table.figure}>{figures.count(bad)}</td>
            <td className={table.figure}>{figures.share(remainingShare)}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
