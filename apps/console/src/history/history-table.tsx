import { placeOf, titleOf } from '@sekisho/cards';
import type { AnyLease } from '@sekisho/contract';
import { endingTexts } from '@sekisho/words';
import { kindNames } from '@sekisho/words/leases';
import { Link, useNavigate } from '@tanstack/react-router';
import { Glyph, leaseGlyph } from '../shared/glyph.tsx';
import { isPlainClick } from '../shared/plain-click.ts';
import { useSay } from '../shared/say.ts';
import table from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import classes from './history.module.css';

interface HistoryTableProps {
  readonly leases: readonly AnyLease[];
  /** The lease that the keyboard is on. */
  readonly chosen: string | null;
}

/** Leases as rows: `j` and `k` move, Enter opens. */
export function HistoryTable({ leases, chosen }: HistoryTableProps) {
  const { t } = useSay();
  const { common } = t;
  const heads = [
    ...[
      common.state,
      t.history.kind,
      common.environment,
      common.holder,
      common.reason,
      common.requested,
    ],
    ...[t.history.lasted, { text: common.cost, figure: true as const }, common.lease],
  ];
  return (
    <Table label={t.history.title} heads={heads} testid="history">
      {leases.map((lease) => (
        <Row key={lease.id} lease={lease} chosen={lease.id === chosen} />
      ))}
    </Table>
  );
}

function Row({ lease, chosen }: { readonly lease: AnyLease; readonly chosen: boolean }) {
  const { language, person, state, exact, full, dollars } = useSay();
  const navigate = useNavigate();
  const spent = lease.kind === 'ops-server' ? lease.costSoFar : null;
  return (
    <tr
      data-chosen={chosen || undefined}
      className={classes.row}
      // For thumbs and mice; the link in the last cell is what keyboards and readers use.
      onClick={(event) => {
        if (isPlainClick(event)) void navigate({ to: '/leases/$id', params: { id: lease.id } });
      }}
      data-production={lease.production || undefined}
      data-testid={`row-${lease.id}`}
    >
      <td className={table.nowrap}>
        <Glyph name={leaseGlyph(lease)} size={14} /> {state(lease.state, lease.stuck)}
        {lease.ending && <small> {endingTexts[lease.ending][language]}</small>}
      </td>
      <td>
        {kindNames[lease.kind][language]} <small>{titleOf(lease)}</small>
      </td>
      <td>{placeOf(lease, language)}</td>
      <td className={table.nowrap}>{person(lease.holder)}</td>
      <td className={classes.reason}>
        <span className={classes.clamped} title={lease.reason}>
          {lease.reason}
        </span>
        {lease.ticket && <small> {lease.ticket}</small>}
      </td>
      <td title={full(lease.requestedAt)} className={table.nowrap}>
        {exact(lease.requestedAt)}
      </td>
      <td className={table.nowrap}>
        <Lasted lease={lease} />
      </td>
      <td className={table.figure}>{spent === null ? '–' : dollars(spent)}</td>
      <td className={classes.id}>
        <Link to="/leases/$id" params={{ id: lease.id }}>
          {lease.id}
        </Link>
      </td>
    </tr>
  );
}

function Lasted({ lease }: { readonly lease: AnyLease }) {
  const { span } = useSay();
  if (lease.readyAt === null || lease.endedAt === null) return <>–</>;
  return <>{span((Date.parse(lease.endedAt) - Date.parse(lease.readyAt)) / 1000)}</>;
}
