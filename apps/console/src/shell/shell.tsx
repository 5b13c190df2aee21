import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { Palette } from '../palette/palette.tsx';
import type { LiveState } from '../shared/live.ts';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { Waiting } from '../shared/section.tsx';
import { ToastRegion } from '../shared/toast-region.tsx';
import { PracticeBand } from './practice-band.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { StoppedBand } from './stopped-band.tsx';
import { TopBar } from './top-bar.tsx';

/** Keys and screen readers go on where the new page begins, and not where the old one's link was. */
function useFocusOnNewPage(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const page = document.getElementById('page');
    // A page may have put the cursor somewhere already.
    if (page && !page.contains(document.activeElement)) page.focus({ preventScroll: true });
  }, [path]);
}

/** The frame around every page: band, top bar, rail, and the page. */
export function Shell({ live }: { readonly live: LiveState }) {
  const { t } = useSay();
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useFocusOnNewPage(path);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        {t.shell.skip}
      </a>
      {me.practice && <PracticeBand />}
      <TopBar />
      <Rail />
      <main id="page" className={classes.main} data-page={path} tabIndex={-1}>
        <StoppedBand />
        {live === 'lost' && (
          <p className={classes.lost} role="status">
            {t.shell.lost}
          </p>
        )}
        <Suspense fallback={<Waiting lines={4} height={72} />}>
          <Outlet />
        </Suspense>
      </main>
      <Palette />
      <ToastRegion />
    </div>
  );
}
