import { NativeSelect } from '@mantine/core';
import type { OutputOf } from '@sekisho/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import classes from '../history/history.module.css';
import { TextFilter } from '../history/history-filters.tsx';
import { Glyph, type GlyphName } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useRoster } from '../shared/roster.ts';
import { useSay } from '../shared/say.ts';
import { withFilter } from '../shared/search-params.ts';
import { Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import filters from '../timeline/timeline.module.css';

type Verdict = OutputOf<'policy.explain'>[number];

/** Who could get what, for how long, with whose agreement, and which rule says so. */
export function Explain() {
  const { t, person } = useSay();
  const me = useMe();
  const roster = useRoster();
  const search = useSearch({ from: '/people' });
  const navigate = useNavigate();
  const asked = { person: me.person?.id ?? '', ...search };
  const input = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const verdicts = useVerb('policy.explain', input, { keepPrevious: true });
  const set = (name: keyof typeof asked | 'environment' | 'for') => (value: string) =>
    void navigate({ to: '/people', search: withFilter({ ...search }, name, value), replace: true });
  return (
    <Section title={t.people.explain}>
      <div className={filters.filters}>
        <NativeSelect
          label={t.timeline.actor}
          value={asked.person}
          onChange={(event) => set('person')(event.currentTarget.value)}
          data={roster.map(({ id }) => ({ value: id, label: person(id) }))}
        />
        <NativeSelect
          label={t.common.environment}
          value={search.environment ?? ''}
          onChange={(event) => set('environment')(event.currentTarget.value)}
          data={[
            { value: '', label: t.common.all },
            ...me.environments.map(({ name }) => ({ value: name, label: name })),
          ]}
        />
        <TextFilter
          label={t.ask.howLong}
          placeholder="1h"
          value={search.for ?? ''}
          onSettle={set('for')}
        />
      </div>
      {verdicts.error && <ProblemNote error={verdicts.error} />}
      {!verdicts.data && !verdicts.error && <Waiting />}
      {verdicts.data && <Verdicts verdicts={verdicts.data} />}
    </Section>
  );
}

const glyphs: Record<Verdict['verdict'], GlyphName> = {
  allowed: 'active',
  'with-approval': 'waiting',
  refused: 'failed',
};

function Verdicts({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { t, person, people, who, span } = useSay();
  return (
    <ul className={classes.verdicts} data-testid="explain">
      {verdicts.map((one) => (
        <li key={`${one.person} ${one.environment}`} className={classes.verdict}>
          <div>
            <Glyph name={glyphs[one.verdict]} size={14} /> <strong>{one.environment}</strong>{' '}
            {person(one.person)}: {t.people.verdicts[one.verdict]}
            {one.maximumSeconds !== null && one.verdict !== 'refused' && (
              <> · {t.ask.atMost(span(one.maximumSeconds))}</>
            )}
            {one.approval.count > 0 && (
              <>
                {' '}
                · {t.ask.some(one.approval.count, who(one.approval.from))} (
                {people(one.approval.people)})
              </>
            )}
            {one.mayBreakGlass && <> · {t.people.mayBreakGlass}</>}
          </div>
          <details>
            <summary>{one.rule ? t.people.decidedBy(one.rule) : t.people.noRule}</summary>
            <ol className={classes.trace}>
              {one.trace.map((line) => (
                <li key={line.rule}>
                  <code>{line.rule}</code> {line.result}
                </li>
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ul>
  );
}
