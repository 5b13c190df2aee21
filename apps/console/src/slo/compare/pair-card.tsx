import type { SloViewPair } from '@sekisho/contract';
import { gapText, verdictText, viewNames, viewVerdictWords } from '@sekisho/words/slo';
import { Glyph, type GlyphName } from '../../shared/glyph.tsx';
import { useSay } from '../../shared/say.ts';
import { Section } from '../../shared/section.tsx';
import table from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import { useFigures } from '../figures.ts';
import classes from '../slo.module.css';
import { useWords } from './use-words.ts';

const glyphs: Readonly<Record<SloViewPair['verdict'], GlyphName>> = {
  'stands-in': 'ended',
  'does-not': 'failed',
  'not-enough': 'waiting',
};

/** Two views: whether the farther may stand in for the nearer, why, and where most was lost between them. */
export function PairCard({ pair }: { readonly pair: SloViewPair }) {
  const words = useWords();
  const { language } = useSay();
  const figures = useFigures();
  const [near, far] = [viewNames[pair.near][language], viewNames[pair.far][language]];
  const { badHours } = pair;
  return (
    <Section title={words.standIn(far, near)}>
      <div className={classes.page}>
        <p data-testid={`verdict-${pair.near}-${pair.far}`}>
          <Glyph name={glyphs[pair.verdict]} /> <b>{viewVerdictWords[pair.verdict][language]}</b>
        </p>
        <p>{verdictText(pair, language)}</p>
        <p>{gapText(pair, language)}</p>
        <p className={classes.soft}>
          {words.badHoursOf(
            `${near} ${figures.count(badHours.near)}`,
            `${far} ${figures.count(badHours.far)}`,
            figures.count(badHours.both),
          )}
        </p>
        {pair.gap.worst.length > 0 && <WorstHours pair={pair} near={near} far={far} />}
      </div>
    </Section>
  );
}

interface WorstHoursProps {
  readonly pair: SloViewPair;
  readonly near: string;
  readonly far: string;
}

function WorstHours({ pair, near, far }: WorstHoursProps) {
  const words = useWords();
  const { exact } = useSay();
  const figures = useFigures();
  const heads = [
    words.hour,
    ...[words.lost, near, far].map((text) => ({ text, figure: true as const })),
  ];
  return (
    <Table label={words.worst} heads={heads}>
      {pair.gap.worst.map(({ from, lost, nearShare, farShare }) => (
        <tr key={from}>
          <td className={table.nowrap}>{exact(from)}</td>
          <td className={table.figure}>{figures.count(lost)}</td>
          <td className={table.figure}>{figures.share(nearShare)}</td>
          <td className={table.figure}>{figures.share(farShare)}</td>
        </tr>
      ))}
    </Table>
  );
}
