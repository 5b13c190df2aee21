import { useSay } from '../../shared/say.ts';
import { useFigures } from '../../slo/figures.ts';
import type { Watched } from './player.ts';
import classes from './rehearsal.module.css';

/** The budget, its burn and what failed, as of the last minute that was played. */
export function RehearsalFigures({ watched }: { readonly watched: Watched }) {
  const { t, exact } = useSay();
  const { share, burn, count } = useFigures();
  const { begun, minutes } = watched;
  const last = minutes.at(-1);
  const failed = last && t.rehearsal.of(count(last.bad), count(last.good + last.bad));
  const facts = [
    [t.rehearsal.left, share(last?.remainingShare ?? null)],
    [t.rehearsal.burn, `${burn(last?.burn ?? null)}×`],
    [t.rehearsal.failed, failed ?? '–'],
  ] as const;
  const left = begun.minutes - minutes.length;
  return (
    <>
      <p className={classes.clock} data-testid="rehearsal-clock">
        {begun.displayName ?? begun.slo} ·{' '}
        {t.rehearsal.clock(exact(last?.at ?? begun.startsAt), left)}
      </p>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
