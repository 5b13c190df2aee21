import type { Candidate, OutputOf } from '@sekisho/contract';
import { type ReplayWords, replayWordsIn } from '@sekisho/words/slo';
import { useSay } from '../../shared/say.ts';
import { useFigures } from '../figures.ts';
import slo from '../slo.module.css';
import classes from './replay.module.css';

interface ReplayFactsProps {
  readonly replay: OutputOf<'slo.replay'>;
  readonly candidate: Candidate | undefined;
  /** What the target in force would have done. */
  readonly now: Candidate | undefined;
}

/** What a target would have done, beside what the one in force does, and what must be known to read it. */
export function ReplayFacts({ replay, candidate, now }: ReplayFactsProps) {
  const { language, exact } = useSay();
  const words = replayWordsIn(language);
  const all = replay.incidents.length;
  const facts = useFacts(words, candidate, all);
  const current = useFacts(words, now, all);
  const dead = useDead(words, candidate);
  const notes = [
    ...(candidate !== undefined && candidate.missed.length > 0
      ? [words.missed(candidate.missed.slice(0, 10).join(', '))]
      : []),
    ...(dead === null ? [] : [dead]),
    ...(replay.spentFrom <= replay.from
      ? []
      : replay.spentFrom < replay.to
        ? [words.spentFrom(exact(replay.spentFrom))]
        : [words.spentNever]),
    ...(candidate?.target === replay.target ? [words.isInForce] : []),
  ];
  return (
    <div className={classes.facts}>
      <dl className={slo.lead}>
        {facts.map(({ name, value, beside }, index) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {value !== '–' && <small>{words.nowIs(current[index]?.value ?? '–')}</small>}
              {beside !== null && <small>{beside}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <ul className={classes.notes} data-testid="replay-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly beside: string | null;
}

function useFacts(
  words: ReplayWords,
  candidate: Candidate | undefined,
  incidents: number,
): readonly Fact[] {
  const figures = useFigures();
  const count = (list: readonly unknown[] | undefined) =>
    list === undefined ? '–' : figures.count(list.length);
  const minutes = candidate?.pageMinutes ?? 0;
  const caught = candidate?.caught ?? [];
  const slowest = Math.max(0, ...caught.map(({ afterMinutes }) => afterMinutes));
  return [
    {
      ...{ name: words.pages, value: count(candidate?.pages) },
      beside: minutes === 0 ? null : words.inPage(figures.minutes(minutes)),
    },
    { name: words.tickets, value: count(candidate?.tickets), beside: null },
    {
      name: words.caught,
      value: incidents === 0 ? '–' : `${count(candidate?.caught)} / ${incidents}`,
      beside:
        incidents === 0
          ? words.none
          : caught.length === 0
            ? null
            : words.after(figures.minutes(slowest)),
    },
    {
      ...{ name: words.left, value: figures.share(candidate?.remainingShare ?? null) },
      beside: null,
    },
    {
      ...{ name: words.lowest, value: figures.share(candidate?.lowestShare ?? null) },
      beside: null,
    },
  ];
}

/** The burn alerts that could never fire, with what they would need. */
function useDead(words: ReplayWords, candidate: Candidate | undefined): string | null {
  const figures = useFigures();
  const dead = candidate?.deadTiers ?? [];
  if (dead.length === 0) return null;
  const most = (of: 'threshold' | 'aliveAbove') => Math.max(...dead.map((tier) => tier[of]));
  const names = dead.map(({ tier }) => tier).join(', ');
  return words.dead(names, figures.share(most('threshold')), figures.target(most('aliveAbove')));
}
