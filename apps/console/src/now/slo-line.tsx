import { nowSlosWordsIn, whyFired } from '@sekisho/words/slo';
import { Link } from '@tanstack/react-router';
import { useSay } from '../shared/say.ts';
import { useFigures } from '../slo/figures.ts';
import { StateOfSlo } from '../slo/state.tsx';
import classes from './now-slos.module.css';
import { NowStrip } from './now-strip.tsx';
import type { TroubledSlo } from './sort-slos.ts';

interface SloLineProps extends TroubledSlo {
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One SLO that wants a look: how it stands, what is left, why it fired, and its strip on the lanes' axis. */
export function SloLine({ slo, page, now }: SloLineProps) {
  const { language } = useSay();
  const words = nowSlosWordsIn(language);
  const figures = useFigures();
  const { id, displayName, state, shadow, remainingShare, burn } = slo;
  const [reason] = page === null ? [] : whyFired(page.why, language);
  return (
    <li className={classes.slo} data-testid={`now-slo-${id}`}>
      <div className={classes.head}>
        <StateOfSlo state={state} shadow={shadow} />
        <Link to="/slos/$id" params={{ id }} className={classes.name}>
          {displayName ?? id}
        </Link>
        <span className={classes.soft}>{words.left(figures.share(remainingShare))}</span>
        {burn !== null && burn > 0 && (
          <span className={classes.soft}>{words.burn(figures.burn(burn))}</span>
        )}
      </div>
      {reason !== undefined && <p className={classes.why}>{reason}</p>}
      <NowStrip slo={slo} now={now} />
    </li>
  );
}
