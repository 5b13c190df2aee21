import { useSay } from '../../shared/say.ts';
import type { Watched } from './player.ts';
import classes from './rehearsal.module.css';

const width = 640;
const height = 120;

/** Good and bad of each minute so far; what is to come is left empty. */
export function RehearsalPlot({ watched }: { readonly watched: Watched }) {
  const { t } = useSay();
  const { begun, minutes } = watched;
  const step = width / begun.minutes;
  const most = Math.max(...minutes.map(({ good, bad }) => good + bad), 30);
  const sum = (which: 'good' | 'bad') => minutes.reduce((all, minute) => all + minute[which], 0);
  const label = t.rehearsal.drawing(String(sum('bad')), String(sum('good') + sum('bad')));
  const legend = [
    ['answered', t.rehearsal.answered],
    ['failed', t.rehearsal.bad],
    ['told', t.rehearsal.news],
  ] as const;
  return (
    <figure className={classes.figure}>
      <figcaption>
        <span>{t.rehearsal.minute(String(most))}</span>
        {legend.map(([kind, text]) => (
          <span key={kind} className={classes.key} data-kind={kind}>
            {text}
          </span>
        ))}
      </figcaption>
      <svg
        className={classes.plot}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        data-testid="rehearsal-plot"
      >
        {minutes.map(({ at, good, bad, news }, index) => {
          const x = index * step;
          const [goodTall, badTall] = [(good / most) * height, (bad / most) * height];
          return (
            <g key={at}>
              <rect
                className={classes.good}
                x={x}
                y={height - goodTall}
                width={step - 1}
                height={goodTall}
              />
              <rect
                className={classes.bad}
                x={x}
                y={height - goodTall - badTall}
                width={step - 1}
                height={badTall}
              />
              {news !== null && (
                <line className={classes.news} x1={x + step} x2={x + step} y1={0} y2={height} />
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
