import { claimText, viewNames } from '@sekisho/words/slo';
import { Link } from '@tanstack/react-router';
import { useSay } from '../../shared/say.ts';
import table from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import { useFigures } from '../figures.ts';
import classes from '../slo.module.css';
import { useWords } from './use-words.ts';
import type { SloViews } from './view-columns.ts';

/** Each view over the whole span, the nearest to users first. */
export function ViewTable({ views }: Pick<SloViews, 'views'>) {
  const words = useWords();
  const { t, language } = useSay();
  const figures = useFigures();
  const numbers = [
    ...[t.slo.sli, t.slo.target, words.events, words.bad],
    ...[words.badHours, words.usual, t.slo.coverage],
  ];
  const heads = [words.view, ...numbers.map((text) => ({ text, figure: true as const }))];
  return (
    <Table label={words.whole} heads={heads} testid="views">
      {views.map((view) => (
        <tr key={view.view}>
          <td className={classes.name}>
            <Link to="/slos/$id" params={{ id: view.slo }}>
              {viewNames[view.view][language]}
            </Link>
            <small>
              {view.slo} · {view.source}
            </small>
            {view.standsFor !== null && <small>{claimText(view, language)}</small>}
          </td>
          <td className={table.figure}>{figures.sli(view.sli)}</td>
          <td className={table.figure}>{figures.target(view.target)}</td>
          <td className={table.figure}>{figures.count(view.good + view.bad)}</td>
          <td className={table.figure}>{figures.count(view.bad)}</td>
          <td className={table.figure}>{figures.count(view.badHours)}</td>
          <td className={table.figure}>{figures.chance(view.usual)}</td>
          <td className={table.figure}>{figures.share(view.coverage)}</td>
        </tr>
      ))}
    </Table>
  );
}
