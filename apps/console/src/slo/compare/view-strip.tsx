import type { SloViewSeen } from '@sekisho/contract';
import { viewNames } from '@sekisho/words/slo';
import { useMemo } from 'react';
import { useSay } from '../../shared/say.ts';
import classes from '../charts/charts.module.css';
import { stripOf } from '../charts/history-columns.ts';
import { Strip } from '../charts/strip.tsx';
import { useFigures } from '../figures.ts';
import { useWords } from './use-words.ts';

/** One view as a strip: dark where it was bad, dashed where nobody measured. */
export function ViewStrip({ view }: { readonly view: SloViewSeen }) {
  const words = useWords();
  const { language } = useSay();
  const figures = useFigures();
  const stretches = useMemo(() => stripOf({ points: troublesOf(view) }, 1), [view]);
  const summary = words.measured(viewNames[view.view][language], figures.share(view.coverage));
  return (
    <div>
      <p className={classes.caption}>{summary}</p>
      <Strip stretches={stretches} label={summary} />
    </div>
  );
}

/** Only what is more than usual is marked: on any day some requests fail. */
function troublesOf({ points }: SloViewSeen) {
  return points.map(({ badHours, coverage, good, bad }) => ({
    coverage,
    good: badHours > 0 ? 0 : good + bad,
    bad: badHours > 0 ? 1 : 0,
  }));
}
