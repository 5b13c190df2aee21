import { placeOf, titleOf } from '@sekisho/cards';
import type { AnyLease } from '@sekisho/contract';
import { Link } from '@tanstack/react-router';
import { Glyph, leaseGlyph } from '../shared/glyph.tsx';
import { isOver } from '../shared/lease-facts.ts';
import { useSay } from '../shared/say.ts';
import { LeaseActions } from './lease-actions.tsx';
import classes from './lease-card.module.css';
import { LentFacts } from './lent-facts.tsx';
import { TimeBar } from './time-bar.tsx';

interface LeaseCardProps {
  readonly lease: AnyLease;
  readonly now: number;
  /** Sessions that are open on it. */
  readonly sessions?: number;
}

/** The lease card: the same facts in the same order as in Slack and the terminal. */
export function LeaseCard({ lease, now, sessions = 0 }: LeaseCardProps) {
  const { t, language, person, kind, state } = useSay();
  const place = placeOf(lease, language);
  const title = titleOf(lease);
  return (
    <article
      className={classes.card}
      data-production={lease.production || undefined}
      data-testid={`lease-${lease.id}`}
      aria-label={`${kind(lease.kind)} ${place} ${title}, ${person(lease.holder)}`}
    >
      <header className={classes.head}>
        <span className={classes.state} data-testid="lease-state" data-state={lease.state}>
          <Glyph name={leaseGlyph(lease)} /> <strong>{state(lease.state, lease.stuck)}</strong>
        </span>
        <span>{kind(lease.kind)}</span>
        <span className={classes.environment}>{place}</span>
        {title !== '' && <strong>{title}</strong>}
        {lease.breakGlass && <span className={classes.mark}>{t.common.breakGlass}</span>}
        {lease.reviewDue && <span className={classes.mark}>{t.lease.reviewDue}</span>}
        {sessions > 0 && <span className={classes.soft}>{t.now.connected(sessions)}</span>}
        <Link className={classes.id} to="/leases/$id" params={{ id: lease.id }}>
          {lease.id}
        </Link>
      </header>
      <p className={classes.why}>
        <strong>{person(lease.holder)}</strong>
        {lease.holder !== lease.requester && (
          <span className={classes.soft}>
            {' '}
            ({t.common.requester}: {person(lease.requester)})
          </span>
        )}{' '}
        {lease.reason}
        {lease.ticket && <span className={classes.soft}> · {lease.ticket}</span>}
      </p>
      {lease.partOf !== undefined && (
        <p className={classes.why}>
          {t.lease.partOf}{' '}
          <Link to="/leases/$id" params={{ id: lease.partOf }}>
            {lease.partOf}
          </Link>
        </p>
      )}
      <TimeBar lease={lease} now={now} />
      <LeaseFacts lease={lease} now={now} />
      {!isOver(lease) || lease.reviewDue ? <LeaseActions lease={lease} now={now} /> : null}
    </article>
  );
}

function LeaseFacts({ lease, now }: Pick<LeaseCardProps, 'lease' | 'now'>) {
  const { t, people, who } = useSay();
  const agreed = lease.approvals.map(({ approver }) => approver);
  const waits = lease.state === 'requested' && lease.approval.count > agreed.length;
  return (
    <p className={classes.facts}>
      <LentFacts lease={lease} now={now} />
      {agreed.length > 0 && <span>{t.common.agreedBy(people(agreed))}</span>}
      {lease.approval.count === 0 && <span>{t.common.nobodyNeedAgree}</span>}
      {waits && (
        <span>
          {t.now.needs(lease.approval.count - agreed.length)}:{' '}
          {lease.approval.people.length > 0
            ? people(lease.approval.people)
            : who(lease.approval.from)}
        </span>
      )}
    </p>
  );
}
