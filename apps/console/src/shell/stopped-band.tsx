import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Glyph } from '../shared/glyph.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { useNow } from '../shared/use-now.ts';
import classes from './shell.module.css';

const Resume = lazy(() => import('./resume.tsx').then((loaded) => ({ default: loaded.Resume })));

/** Stands on every page while everything is stopped, or a restore is not settled: since when, and who can go on. */
export function StoppedBand() {
  const { t, person, relative } = useSay();
  const me = useMe();
  const now = useNow(30_000);
  const [resuming, setResuming] = useState(false);
  return (
    <div className={classes.stoppedPlace} role="status">
      {me.stopped && (
        <div className={classes.stopped} data-testid="stopped">
          <Glyph name="stuck" />
          <strong>{t.stop.stopped}</strong>
          <span>
            {t.stop.stoppedBy(
              person(me.stopped.by),
              relative(me.stopped.since, Math.max(now, Date.parse(me.stopped.since))),
            )}
          </span>
          {reaches(me, 'admin') ? (
            <Button variant="default" size="compact-md" onClick={() => setResuming(true)}>
              {t.stop.resume} …
            </Button>
          ) : (
            <span>{t.stop.whoResumes}</span>
          )}
        </div>
      )}
      {me.restored && (
        <div className={classes.stopped} data-testid="restored">
          <Glyph name="stuck" />
          <strong>{t.stop.restored}</strong>
          <span>
            {t.stop.restoredFrom(
              relative(me.restored.takenAt, Math.max(now, Date.parse(me.restored.takenAt))),
            )}
          </span>
          <span>{t.stop.whoSettles}</span>
        </div>
      )}
      <Suspense fallback={null}>
        {resuming && <Resume onClose={() => setResuming(false)} />}
      </Suspense>
    </div>
  );
}
