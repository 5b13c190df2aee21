import type { OutputOf } from '@sekisho/contract';
import { useSearch } from '@tanstack/react-router';
import {
  EnvironmentFilter,
  Filters,
  PersonFilter,
  TextFilter,
  useSetFilter,
} from '../shared/filters.tsx';
import { Glyph, type GlyphName } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import classes from './people.module.css';

type Verdict = OutputOf<'policy.explain'>[number];

/** Who could get what, for how long, with whose agreement, and which rule says so. */
export function Explain() {
  const { t } = useSay();
  const me = useMe();
  const search = useSearch({ from: '/people' });
  const set = useSetFilter();
  const asked = { person: me.person?.id ?? '', ...search };
  const input = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const verdicts = useVerb('policy.explain', input, { keepPrevious: true });
  return (
    <Section title={t.people.explain}>
      <Filters>
        <PersonFilter
          label={t.timeline.actor}
          all={false}
          value={asked.person}
          onChange={set('person')}
        />
        <EnvironmentFilter value={search.environment} onChange={set('environment')} />
        <TextFilter
          label={t.ask.howLong}
          placeholder="1h"
          value={search.for}
          onChange={set('for')}
        />
      </Filters>
      {verdicts.error && (
        <ProblemNote error={verdicts.error} retry={() => void verdicts.refetch()} />
      )}
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
