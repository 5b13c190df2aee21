import type { OutputOf } from '@sekisho/contract';
import { kindNames } from '@sekisho/words/leases';
import { differenceWords, recoveryPage, settlementWords } from '@sekisho/words/recovery';
import { Link } from '@tanstack/react-router';
import { Copy } from '../shared/copy.tsx';
import { Glyph, type GlyphName } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import classes from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import own from './recovery.module.css';

export type Difference = OutputOf<'recovery.show'>['differences'][number];

interface DifferenceTableProps {
  readonly label: string;
  readonly differences: readonly Difference[];
}

/** Where the database and AWS disagree, and what settling does to each. */
export function DifferenceTable({ label, differences }: DifferenceTableProps) {
  const { t, language } = useSay();
  const words = recoveryPage[language];
  const { common } = t;
  const heads = [
    ...[words.difference, words.settling, common.lease, common.environment, common.holder],
    ...[common.deadline, common.instance],
  ];
  return (
    <Table label={label} heads={heads} testid="differences">
      {differences.map((difference) => (
        <Row key={JSON.stringify(difference)} difference={difference} />
      ))}
    </Table>
  );
}

const glyphs: Readonly<Record<Difference['settles'], GlyphName>> = {
  ends: 'returning',
  'runs-on': 'active',
  withdrawn: 'ended',
  'taken-back': 'returning',
  watched: 'waiting',
};

const inUse: ReadonlySet<Difference['kind']> = new Set(['overdue', 'lingering', 'unknown']);

function Row({ difference }: { readonly difference: Difference }) {
  const { language, person, exact } = useSay();
  const words = recoveryPage[language];
  const { kind, settles, until, lease, leaseKind, environment, holder, resource } = difference;
  const { deadline, hardMaximum } = difference;
  // There is something to end, and something that ends it: a membership has no switch.
  const endsByItself = inUse.has(kind) && leaseKind !== 'membership';
  const found = useMe().environments.find(({ name }) => name === environment);
  return (
    <tr data-production={found?.production || undefined} data-testid={`difference-${kind}`}>
      <td className={own.says}>{differenceWords[kind][language]}</td>
      <td className={own.says}>
        <Glyph name={glyphs[settles]} size={14} /> {settlementWords[settles][language]}
        {until !== null && ` ${exact(until)}`}
      </td>
      <td className={classes.nowrap}>
        <NameOfLease lease={lease} here={kind !== 'unknown'} />
        {leaseKind !== null && (
          <small className={own.below}>{kindNames[leaseKind][language]}</small>
        )}
      </td>
      <td>{environment}</td>
      <td className={classes.nowrap}>{holder !== null && person(holder)}</td>
      <td className={classes.nowrap}>
        {deadline !== null && exact(deadline)}
        {hardMaximum !== null && endsByItself && (
          <small className={own.below}>{words.ended(exact(hardMaximum))}</small>
        )}
      </td>
      <td className={classes.nowrap}>{resource !== null && <Resource id={resource} />}</td>
    </tr>
  );
}

/** What a server in AWS bears on its tag may be of a lease that this database has never heard of. */
function NameOfLease({ lease, here }: { readonly lease: string | null; readonly here: boolean }) {
  if (lease === null) return null;
  if (!here) return <code>{lease}</code>;
  return (
    <Link to="/leases/$id" params={{ id: lease }}>
      {lease}
    </Link>
  );
}

function Resource({ id }: { readonly id: string }) {
  const { t } = useSay();
  return (
    <>
      <code>{id}</code> <Copy value={id} what={t.common.instance} />
    </>
  );
}
