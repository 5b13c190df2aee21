import type { ReactNode } from 'react';
import { Glyph } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import type { StepState } from './tour.ts';
import classes from './welcome.module.css';

interface TourStepProps {
  readonly state: StepState;
  readonly title: string;
  readonly means: string;
  readonly testid: string;
  /** What to press, or what to watch; shown while it is this step's turn. */
  readonly children?: ReactNode;
}

/** One step of the tour: done, this one, or still ahead. */
export function TourStep({ state, title, means, testid, children }: TourStepProps) {
  const { t } = useSay();
  const glyph = state === 'done' ? 'done' : state === 'current' ? 'making' : 'waiting';
  return (
    <li
      className={classes.step}
      data-state={state}
      data-testid={`tour-${testid}`}
      {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}
    >
      <Glyph name={glyph} />
      <div className={classes.body}>
        <strong>{title}</strong>
        {state === 'done' && <span className={classes.done}>{t.welcome.done}</span>}
        {state === 'current' && <p>{means}</p>}
        {state === 'current' && children}
      </div>
    </li>
  );
}
