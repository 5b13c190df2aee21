import { Link } from '@tanstack/react-router';
import { useSay } from '../shared/say.ts';
import classes from './shell.module.css';

/** Stands on every page of practice, so that nobody takes it for the real thing, or the reverse. */
export function PracticeBand() {
  const { t } = useSay();
  return (
    <aside className={classes.band} aria-label={t.shell.practice} data-testid="practice-band">
      <span className={classes.bandText}>
        <strong>{t.shell.practice}</strong>
        <span className={classes.bandMeans}>{t.shell.practiceMeans}</span>
        <Link to="/welcome" className={classes.bandLink}>
          {t.shell.firstSteps}
        </Link>
      </span>
    </aside>
  );
}
