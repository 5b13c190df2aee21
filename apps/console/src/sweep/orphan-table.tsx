import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Copy } from '../shared/copy.tsx';
import { Glyph, type GlyphName } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import classes from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useNow } from '../shared/use-now.ts';
import type { Orphan } from './use-sweep.ts';

interface OrphanTableProps {
  readonly orphans: readonly Orphan[];
  readonly onSpare: (instanceId: string) => void;
}

/** What was found, what it is, what comes next, and keeping it. */
export function OrphanTable({ orphans, onSpare }: OrphanTableProps) {
  const { t } = useSay();
  const { common, sweep } = t;
  const heads = [
    ...[common.instance, common.environment, common.lease, sweep.verdict],
    ...[sweep.firstSeen, sweep.next, { text: sweep.spare, figure: true as const }],
  ];
  return (
    <Table label={sweep.found} heads={heads} testid="orphans">
      {orphans.map((orphan) => (
        <Row key={orphan.instanceId} orphan={orphan} onSpare={() => onSpare(orphan.instanceId)} />
      ))}
    </Table>
  );
}

const glyphs: Record<Orphan['verdict'], GlyphName> = {
  'ended-lease': 'returning',
  unknown: 'stuck',
  quarantined: 'making',
  spared: 'done',
};

interface RowProps {
  readonly orphan: Orphan;
  readonly onSpare: () => void;
}

function Row({ orphan, onSpare }: RowProps) {
  const { t, exact, full, relative } = useSay();
  const now = useNow(30_000);
  const { instanceId, environment, lease, verdict, firstSeenAt, next, nextAt } = orphan;
  const me = useMe();
  const production = me.environments.find(({ name }) => name === environment)?.production;
  return (
    <tr data-production={production || undefined} data-testid={`orphan-${instanceId}`}>
      <td className={classes.nowrap}>
        <code>{instanceId}</code> <Copy value={instanceId} what={t.common.instance} />
      </td>
      <td>{environment}</td>
      <td className={classes.nowrap}>
        {lease === null ? (
          '–'
        ) : verdict === 'ended-lease' ? (
          <Link to="/leases/$id" params={{ id: lease }}>
            {lease}
          </Link>
        ) : (
          <code>{lease}</code>
        )}
      </td>
      <td className={classes.nowrap}>
        <Glyph name={glyphs[verdict]} size={14} /> {t.sweep.verdicts[verdict]}
      </td>
      <td className={classes.nowrap} title={full(firstSeenAt)}>
        {exact(firstSeenAt)}
      </td>
      <td className={classes.nowrap}>
        {t.sweep.plans[next]}
        {nextAt !== null && <small> {relative(nextAt, now)}</small>}
      </td>
      <td className={classes.figure}>
        {verdict !== 'spared' && (
          <Button variant="default" size="compact-sm" onClick={onSpare}>
            {t.sweep.spare} …
          </Button>
        )}
      </td>
    </tr>
  );
}
