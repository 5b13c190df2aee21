import { titleOf } from '@sekisho/cards';
import type { AnyLease } from '@sekisho/contract';
import { Link } from '@tanstack/react-router';
import { isOver } from '../shared/lease-facts.ts';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import classes from './now.module.css';

interface EndsSoonProps {
  readonly leases: readonly AnyLease[];
  readonly now: number;
}

/** What ends within the hour, soonest first. */
export function EndsSoon({ leases, now }: EndsSoonProps) {
  const { t, person, relative } = useSay();
  const soon = leases.flatMap((lease) =>
    lease.deadline !== null && !isOver(lease) && Date.parse(lease.deadline) - now < 3_600_000
      ? [{ lease, deadline: lease.deadline }]
      : [],
  );
  return (
    <Section title={t.now.endsSoon}>
      {soon.length === 0 && <span className={classes.soft}>{t.now.nothingEnds}</span>}
      <ul className={classes.soon}>
        {soon.map(({ lease, deadline }) => (
          <li key={lease.id}>
            <Link to="/leases/$id" params={{ id: lease.id }}>
              {[lease.environment, titleOf(lease), person(lease.holder)]
                .filter(Boolean)
                .join(' · ')}
            </Link>
            <div className={classes.soft}>{relative(deadline, now, 'deadline')}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
