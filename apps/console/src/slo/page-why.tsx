import type { Change, SloPage } from '@sekisho/contract';
import { entryText } from '@sekisho/words';
import { Link } from '@tanstack/react-router';
import { timeZone } from '../shared/moments.ts';
import { type Say, useSay } from '../shared/say.ts';
import { useNow } from '../shared/use-now.ts';
import { type Figures, figuresOf } from './figures.ts';
import classes from './slo.module.css';

/** Why it fired, in plain arithmetic, and what changed around it. */
export function PageWhy({ page }: { readonly page: SloPage }) {
  const say = useSay();
  const now = useNow(30_000);
  const { t, relative } = say;
  const { clearsBy, resetsAt } = page.why;
  const open = page.resolvedAt === null;
  return (
    <>
      {sentencesOf(page.why, say, figuresOf(say)).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {open && clearsBy !== null && <p>{t.slo.clearsBy(relative(clearsBy, now))}</p>}
      {open && resetsAt !== null && <p>{t.slo.resetsAt(relative(resetsAt, now))}</p>}
      <p>
        <strong>{t.slo.changed}</strong>
      </p>
      {page.changed.length === 0 && <p className={classes.soft}>{t.slo.nothingChanged}</p>}
      {page.changed.length > 0 && <Changes changes={page.changed} />}
    </>
  );
}

/** The arithmetic as sentences; what does not belong to the kind of alert is left out. */
function sentencesOf(why: SloPage['why'], { t }: Say, figures: Figures): readonly string[] {
  const { burn, spent, drop, noData, clients } = why;
  const times = (value: number | null) => figures.burn(value).replace('×', '');
  return [
    ...(burn === null
      ? []
      : [
          t.slo.whyBurn({
            ratio: figures.share(burn.long.ratio),
            bad: figures.count(burn.long.bad),
            total: figures.count(burn.long.total),
            window: figures.minutes(burn.long.minutes),
            burn: times(burn.long.burn),
            factor: times(burn.factor),
          }),
          t.slo.whyShort(figures.minutes(burn.short.minutes), times(burn.short.burn)),
        ]),
    ...(spent === null ? [] : [t.slo.whySpent(figures.share(spent.share))]),
    ...(drop === null
      ? []
      : [t.slo.whyDrop(figures.share(drop.share), figures.minutes(drop.minutes))]),
    ...(noData === null
      ? []
      : [t.slo.whyNoData(figures.share(noData.coverage), figures.minutes(noData.minutes))]),
    ...(clients === null
      ? []
      : [
          t.slo.whyClients(
            figures.share(clients.share),
            figures.share(clients.usual),
            figures.minutes(clients.minutes),
          ),
        ]),
  ];
}

/** Entries of the timeline, most likely first, each with how long before it began it was. */
function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { t, language, person, span } = useSay();
  return (
    <ul className={classes.changes}>
      {changes.map((change) => {
        const text = entryText({ ...change, texts: {} } as never, language, {
          nameOf: person,
          timeZone,
        });
        const apart = span(Math.abs(Math.round(change.minutesBefore)) * 60);
        return (
          <li key={change.number}>
            {text}{' '}
            {change.lease !== null && (
              <Link to="/leases/$id" params={{ id: change.lease }}>
                {change.lease}
              </Link>
            )}{' '}
            <small>{change.minutesBefore >= 0 ? t.slo.before(apart) : t.slo.after(apart)}</small>
          </li>
        );
      })}
    </ul>
  );
}
