import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Glyph } from '../shared/glyph.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { ToDifferences } from '../shared/to-differences.tsx';
import { useNow } from '../shared/use-now.ts';
import classes from './shell.module.css';

const Resume = lazy(() => import('./resume.tsx').then((loaded) => ({ default: loaded.Resume })));

/** Stands on every page while everything is stopped, or a restore is not settled: since when, and who can go on. */
export function StoppedBand() {
  const { t, person, relative } = useSay();
  const me = useMe();
  const now = useNow(30_000);
  const [resuming, setResuming] = useState(false);
  const ago = (moment: string) => relative(moment, Math.max(now, Date.parse(moment)));
  return (
    <div className={classes.stoppedPlace} role="status">
      {me.stopped && (
        <Band name="stopped" what={t.stop.stopped}>
          <span>{t.stop.stoppedBy(person(me.stopped.by), ago(me.stopped.since))}</span>
          {reaches(me, 'admin') ? (
            <Button variant="default" size="compact-md" onClick={() => setResuming(true)}>
              {t.stop.resume} …
            </Button>
          ) : (
            <span>{t.stop.whoResumes}</span>
          )}
        </Band>
      )}
      {me.restored && (
        <Band name="restored" what={t.stop.restored}>
          <span>{t.stop.restoredFrom(ago(me.restored.takenAt))}</span>
          <span>{t.stop.whoSettles}</span>
          <ToDifferences />
        </Band>
      )}
      <Suspense fallback={null}>
        {resuming && <Resume onClose={() => setResuming(false)} />}
      </Suspense>
    </div>
  );
}

/** One thing that keeps everybody from asking, and what to do about it. */
function Band({ name, what, children }: { name: string; what: string; children: ReactNode }) {
  return (
    <div className={classes.stopped} data-testid={name}>
      <span className={classes.stoppedWhat}>
        <Glyph name="stuck" />
        <strong>{what}</strong>
      </span>
      {children}
    </div>
  );
}
