import type { Change, SloPage } from '@sekisho/contract';
import { changeText, whyFired } from '@sekisho/words/slo';
import { Link } from '@tanstack/react-router';
import { timeZone } from '../shared/moments.ts';
import { useSay } from '../shared/say.ts';
import { useNow } from '../shared/use-now.ts';
import classes from './slo.module.css';

interface PageWhyProps {
  readonly page: SloPage;
  /** Milliseconds since 1970, where it is told of on another clock than ours. */
  readonly now?: number;
}

/** Why it fired, in plain arithmetic, and what changed around it. */
export function PageWhy({ page, now: itsNow }: PageWhyProps) {
  const { t, language, relative } = useSay();
  const ourNow = useNow(30_000);
  const now = itsNow ?? ourNow;
  const { clearsBy, resetsAt } = page.why;
  const open = page.resolvedAt === null;
  return (
    <>
      {whyFired(page.why, language).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {open && clearsBy !== null && <p>{t.slo.clearsBy(relative(clearsBy, now))}</p>}
      {open && resetsAt !== null && <p>{t.slo.wholeAt(relative(resetsAt, now))}</p>}
      <p>
        <strong>{t.slo.changed}</strong>
      </p>
      {page.changed.length === 0 && <p className={classes.soft}>{t.slo.nothingChanged}</p>}
      {page.changed.length > 0 && <Changes changes={page.changed} />}
    </>
  );
}

/** Entries of the timeline, most likely first, each with how long before it began it was. */
function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { language, person } = useSay();
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={change.number}>
          {changeText(change, language, { nameOf: person, timeZone })}{' '}
          {change.lease !== null && (
            <Link to="/leases/$id" params={{ id: change.lease }}>
              {change.lease}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
