import { doctorPage } from '@sekisho/words/doctor';
import { useState } from 'react';
import { useSay } from '../shared/say.ts';
import { useNow } from '../shared/use-now.ts';
import classes from './doctor.module.css';

/** Seconds after which the server tells of what is left as not looked at. */
const mostSeconds = 45;

/** That it is being looked, and for how long at most. */
export function Looking({ before }: { readonly before: boolean }) {
  const words = doctorPage[useSay().language];
  const [began] = useState(Date.now);
  const now = useNow();
  const seconds = Math.min(mostSeconds, Math.max(0, Math.round((now - began) / 1000)));
  return (
    <div className={classes.looking} role="status" aria-busy="true">
      <span>
        {words.looking} {before && words.old}
      </span>
      <progress max={mostSeconds} value={seconds} aria-label={words.looking} />
      <small aria-hidden="true">{words.soFar(seconds, mostSeconds)}</small>
    </div>
  );
}
