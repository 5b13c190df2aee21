import { nowSlosWordsIn } from '@sekisho/words/slo';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import classes from './now-slos.module.css';
import { SloLine } from './slo-line.tsx';
import { sortSlos } from './sort-slos.ts';

/** Budgets are judged by the minute, without an entry for each. */
const every = 60_000;
/** More than these are read on their own page. */
const most = 6;

/** Under the lanes: the SLOs that want a look, or one quiet line. */
export function NowSlos({ now }: { readonly now: number }) {
  const { language } = useSay();
  const words = nowSlosWordsIn(language);
  const list = useVerb('slo.list', {}, { every });
  const open = useVerb('slo.pages', { open: true, limit: 200 }, { every });
  const { troubled, waiting } = useMemo(
    () => sortSlos(list.data ?? [], open.data ?? []),
    [list.data, open.data],
  );
  if (list.error && !list.data) {
    return <ProblemNote error={list.error} retry={() => void list.refetch()} />;
  }
  if (!list.data) return <Waiting lines={1} height={20} />;
  const count = list.data.length;
  if (count === 0) return null;
  if (troubled.length === 0) {
    return (
      <p className={classes.calm} data-testid="slos-calm">
        <Link to="/slos">{words.calm(count, waiting)}</Link>
      </p>
    );
  }
  const more = troubled.length - most;
  return (
    <Section title={words.title}>
      <ul className={classes.slos} data-testid="now-slos">
        {troubled.slice(0, most).map((each) => (
          <SloLine key={each.slo.id} {...each} now={now} />
        ))}
      </ul>
      {more > 0 && <Link to="/slos">{words.more(more)}</Link>}
    </Section>
  );
}
