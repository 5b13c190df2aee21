import type { SloSummary } from '@sekisho/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { isPlainClick } from '../shared/plain-click.ts';
import { useSay } from '../shared/say.ts';
import table from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { useFigures } from './figures.ts';
import classes from './slo.module.css';
import { StateOfSlo } from './state.tsx';

interface SloTableProps {
  readonly slos: readonly SloSummary[];
  /** The SLO that the keyboard is on. */
  readonly chosen: string | null;
}

/** SLOs as rows: `j` and `k` move, Enter opens. */
export function SloTable({ slos, chosen }: SloTableProps) {
  const { t } = useSay();
  const { name, state, budget, ...rest } = t.slo;
  const figures = [rest.sli, rest.target, rest.burn, rest.coverage, rest.pagesOpen];
  const heads = [state, name, budget, ...figures.map((text) => ({ text, figure: true as const }))];
  return (
    <Table label={t.slo.title} heads={heads} testid="slos">
      {slos.map((slo) => (
        <Row key={slo.id} slo={slo} chosen={slo.id === chosen} />
      ))}
    </Table>
  );
}

function Row({ slo, chosen }: { readonly slo: SloSummary; readonly chosen: boolean }) {
  const navigate = useNavigate();
  const figures = useFigures();
  return (
    <tr
      className={classes.row}
      data-chosen={chosen || undefined}
      data-testid={`slo-${slo.id}`}
      // For thumbs and mice; the link is what keyboards and readers use.
      onClick={(event) => {
        if (isPlainClick(event)) void navigate({ to: '/slos/$id', params: { id: slo.id } });
      }}
    >
      <td>
        <StateOfSlo state={slo.state} shadow={slo.shadow} />
      </td>
      <td className={classes.name}>
        <Link to="/slos/$id" params={{ id: slo.id }}>
          {slo.displayName ?? slo.id}
        </Link>
        <small>
          <Link to="/services/$service" params={{ service: slo.service }}>
            {slo.service}
          </Link>{' '}
          · {figures.window(slo.window)}
        </small>
      </td>
      <td className={classes.budget}>
        {figures.share(slo.remainingShare)}
        <BudgetBar share={slo.remainingShare} />
      </td>
      <td className={table.figure}>{figures.sli(slo.sli)}</td>
      <td className={table.figure}>{figures.target(slo.target)}</td>
      <td className={table.figure}>{slo.burn === null ? '–' : `${figures.burn(slo.burn)}×`}</td>
      <td className={table.figure}>{figures.share(slo.coverage)}</td>
      <td className={table.figure}>{slo.openPages === 0 ? '–' : slo.openPages}</td>
    </tr>
  );
}
