import type { SloSource } from '@sekisho/contract';
import { sourceAdvice, sourceStateWords, unparsedText } from '@sekisho/words/slo';
import { Link } from '@tanstack/react-router';
import { Glyph, type GlyphName } from '../../shared/glyph.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Empty, Page, Waiting } from '../../shared/section.tsx';
import table from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import { useVerb } from '../../shared/use-verb.ts';
import { useWords } from '../compare/use-words.ts';
import { useFigures } from '../figures.ts';
import classes from '../slo.module.css';

const every = 30_000;

/** Where the events of SLOs come from, and how each of these places does. */
export function SourcesPage() {
  const words = useWords();
  const sources = useVerb('slo.sources', {}, { every });
  const { data, error } = sources;
  return (
    <Page title={words.sources} lead={words.sourcesLead}>
      {error && <ProblemNote error={error} retry={() => void sources.refetch()} />}
      {!data && !error && <Waiting lines={4} height={56} />}
      {data && data.length === 0 && <Empty text={words.noSources} />}
      {data && data.length > 0 && <SourceTable sources={data} />}
    </Page>
  );
}

function SourceTable({ sources }: { readonly sources: readonly SloSource[] }) {
  const words = useWords();
  const figures = [words.behind, words.coverage, words.unparsed];
  const heads = [
    ...[words.state, words.source, words.lastRead],
    ...figures.map((text) => ({ text, figure: true as const })),
    words.uses,
  ];
  return (
    <Table label={words.sources} heads={heads} testid="sources">
      {sources.map((source) => (
        <Row key={source.source} source={source} />
      ))}
    </Table>
  );
}

const glyphs: Readonly<Record<SloSource['state'], GlyphName>> = {
  ...{ failing: 'failed', late: 'returning', damaged: 'stuck' },
  ...{ 'catching-up': 'making', well: 'ended', waiting: 'waiting' },
};

function Row({ source }: { readonly source: SloSource }) {
  const { language, exact } = useSay();
  const figures = useFigures();
  const { state, succeededAt, behindMinutes, slos, lines } = source;
  const coverage = slos.length === 0 ? null : Math.min(...slos.map((slo) => slo.coverage));
  const unparsed = lines === null || lines.total === 0 ? null : lines.unparsed / lines.total;
  return (
    <tr>
      <td className={table.nowrap}>
        <Glyph name={glyphs[state]} size={12} /> {sourceStateWords[state][language]}
      </td>
      <td className={classes.name}>
        {source.source}
        <small>{source.kind}</small>
        <Trouble source={source} />
      </td>
      <td className={table.nowrap}>{succeededAt === null ? '–' : exact(succeededAt)}</td>
      <td className={table.figure}>
        {behindMinutes === null ? '–' : figures.minutes(behindMinutes)}
      </td>
      <td className={table.figure}>{figures.share(coverage)}</td>
      <td className={table.figure}>{figures.chance(unparsed)}</td>
      <td className={classes.name}>
        {slos.map(({ id }) => (
          <div key={id}>
            <Link to="/slos/$id" params={{ id }}>
              {id}
            </Link>
          </div>
        ))}
      </td>
    </tr>
  );
}

/** What went wrong in the source's own words, what to do about it, and lines that were not understood. */
function Trouble({ source }: { readonly source: SloSource }) {
  const words = useWords();
  const { language, exact } = useSay();
  const figures = useFigures();
  const { failure, lines } = source;
  const advice = sourceAdvice(source, language);
  return (
    <>
      {failure && (
        <small>
          {failure.message} ({words.failed(failure.times)}
          {failure.nextAttemptAt && `, ${words.next(exact(failure.nextAttemptAt))}`})
        </small>
      )}
      {advice && <small>{advice}</small>}
      {lines?.reasons.map(({ reason, lines: many, shape }) => (
        <small key={reason}>
          {figures.count(many)} × {unparsedText(reason, language)}: <code>{shape}</code>
        </small>
      ))}
    </>
  );
}
