import type { AnyLease } from '@sekisho/contract';
import { drainOf, isOver } from '../shared/lease-facts.ts';
import { useSay } from '../shared/say.ts';
import classes from './lease-card.module.css';

interface TimeBarProps {
  readonly lease: AnyLease;
  readonly now: number;
}

/** How long is left: a bar that drains, the time left and the deadline; the hard maximum as its end mark. */
export function TimeBar({ lease, now }: TimeBarProps) {
  const { t, span, exact, relative } = useSay();
  const drain = drainOf(lease, now);
  if (isOver(lease)) {
    return lease.endedAt ? (
      <p className={classes.time}>
        {t.common.ended} {relative(lease.endedAt, now)}
      </p>
    ) : null;
  }
  if (drain === null || lease.deadline === null) return <NotYet lease={lease} now={now} />;
  const seconds = (Date.parse(lease.deadline) - now) / 1000;
  return (
    <div className={classes.timeRow}>
      <svg
        className={classes.drain}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className={classes.drained} width="100" height="6" rx="1" />
        <rect
          className={classes.remaining}
          x={drain.spent * 100}
          width={drain.left * 100}
          height="6"
        />
      </svg>
      <span className={classes.time}>
        <strong data-soon={seconds < 600 || undefined}>
          {seconds >= 0 ? t.common.left(span(seconds)) : t.common.over(span(-seconds))}
        </strong>{' '}
        · {exact(lease.deadline)}
        {lease.hardMaximum && (
          <span className={classes.soft}>
            {' '}
            · {t.common.hardMaximum} {exact(lease.hardMaximum)}
          </span>
        )}
        {lease.holdUntil && Date.parse(lease.holdUntil) > now && (
          <span className={classes.soft}> · {t.lease.heldUntil(exact(lease.holdUntil))}</span>
        )}
      </span>
    </div>
  );
}

function NotYet({ lease, now }: TimeBarProps) {
  const { t, span, relative } = useSay();
  const from = lease.startsAt ?? lease.requestedAt;
  return (
    <p className={classes.time}>
      {span(lease.durationSeconds)} ·{' '}
      <span className={classes.soft}>
        {t.common.requested} {relative(from, now)}
      </span>
    </p>
  );
}
