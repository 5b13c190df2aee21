import type { OpsLease } from '@sekisho/contract';
import { endingTexts } from '@sekisho/words';
import { Link, useNavigate } from '@tanstack/react-router';
import { Glyph, leaseGlyph } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import classes from './history.module.css';

interface HistoryTableProps {
  readonly leases: readonly OpsLease[];
  /** The row that the keyboard is on. */
  readonly chosen: number;
}

/** Leases as rows: `j` and `k` move, Enter opens. */
export function HistoryTable({ leases, chosen }: HistoryTableProps) {
  const { t } = useSay();
  return (
    <div className={classes.scroll} role="group" aria-label={t.history.title} tabIndex={0}>
      <table className={classes.table} data-testid="history">
        <thead>
          <tr>
            <th scope="col">{t.common.state}</th>
            <th scope="col">{t.common.environment}</th>
            <th scope="col">{t.common.holder}</th>
            <th scope="col">{t.common.reason}</th>
            <th scope="col">{t.common.requested}</th>
            <th scope="col">{t.history.lasted}</th>
            <th scope="col" className={classes.figure}>
              {t.common.cost}
            </th>
            <th scope="col">{t.common.lease}</th>
          </tr>
        </thead>
        <tbody>
          {leases.map((lease, row) => (
            <Row key={lease.id} lease={lease} chosen={row === chosen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ lease, chosen }: { readonly lease: OpsLease; readonly chosen: boolean }) {
  const { language, person, state, exact, full, dollars } = useSay();
  const navigate = useNavigate();
  return (
    <tr
      data-chosen={chosen || undefined}
      // For thumbs and mice; the link in the last cell is what keyboards and readers use.
      onClick={() => void navigate({ to: '/leases/$id', params: { id: lease.id } })}
      data-production={lease.production || undefined}
      data-testid={`row-${lease.id}`}
    >
      <td className={classes.state}>
        <Glyph name={leaseGlyph(lease)} size={14} /> {state(lease.state, lease.stuck)}
        {lease.ending && <small> {endingTexts[lease.ending][language]}</small>}
      </td>
      <td>{lease.environment}</td>
      <td className={classes.nowrap}>{person(lease.holder)}</td>
      <td className={classes.reason}>
        {lease.reason}
        {lease.ticket && <small> {lease.ticket}</small>}
      </td>
      <td title={full(lease.requestedAt)} className={classes.nowrap}>
        {exact(lease.requestedAt)}
      </td>
      <td className={classes.nowrap}>
        <Lasted lease={lease} />
      </td>
      <td className={classes.figure}>
        {lease.costSoFar === null ? '–' : dollars(lease.costSoFar)}
      </td>
      <td className={classes.id}>
        <Link to="/leases/$id" params={{ id: lease.id }}>
          {lease.id}
        </Link>
      </td>
    </tr>
  );
}

function Lasted({ lease }: { readonly lease: OpsLease }) {
  const { span } = useSay();
  if (lease.readyAt === null || lease.endedAt === null) return <>–</>;
  return <>{span((Date.parse(lease.endedAt) - Date.parse(lease.readyAt)) / 1000)}</>;
}
