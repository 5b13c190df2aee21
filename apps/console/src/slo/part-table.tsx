import type { SloDetail } from '@sekisho/contract';
import { partSentences, partWordsIn } from '@sekisho/words/slo';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import table from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useFigures } from './figures.ts';
import classes from './parts.module.css';
import own from './slo.module.css';

type Part = SloDetail['parts'][number];

/** What a composite is weighed of: how each part did, and how much of the budget each spent. */
export function PartsOfSlo({ parts }: { readonly parts: SloDetail['parts'] }) {
  const { language } = useSay();
  const figures = useFigures();
  const words = partWordsIn(language);
  const figure = (text: string) => ({ text, figure: true as const });
  const heads = [
    words.part,
    figure(words.weight),
    figure(words.good),
    figure(words.burn),
    words.ofBudget,
    figure(words.ofSpent),
    figure(words.measured),
  ];
  const sentences = partSentences(parts, figures, language);
  return (
    <Section title={words.title}>
      <Table label={words.title} heads={heads} testid="parts">
        {parts.map((part) => (
          <PartRow key={part.name} part={part} />
        ))}
      </Table>
      {sentences.length > 0 && (
        <ul className={own.says}>
          {sentences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function PartRow({ part }: { readonly part: Part }) {
  const { language } = useSay();
  const figures = useFigures();
  const words = partWordsIn(language);
  const { name, weight, source, total, bad, sli, burn, coverage } = part;
  return (
    <tr>
      <td className={classes.name}>
        {name} <small>{source}</small>
      </td>
      <td className={table.figure}>{figures.burn(weight)}</td>
      <td className={table.figure}>
        {figures.sli(sli)}
        <ShareBar share={sli} kind="good" />
        {total > 0 && <small>{words.failed(figures.count(bad), figures.count(total))}</small>}
      </td>
      <td className={table.figure}>{burn === null ? '–' : `${figures.burn(burn)}×`}</td>
      <td className={classes.spent}>
        {figures.share(part.budgetShare)}
        <ShareBar share={part.budgetShare} kind="spent" />
      </td>
      <td className={table.figure}>{figures.share(part.errorShare)}</td>
      <td className={table.figure}>{figures.share(coverage)}</td>
    </tr>
  );
}

interface ShareBarProps {
  readonly share: number | null;
  readonly kind: 'good' | 'spent';
}

/** A share of a whole as a bar; the figure beside it says the same. */
function ShareBar({ share, kind }: ShareBarProps) {
  const width = `${Math.min(Math.max(share ?? 0, 0), 1) * 100}%`;
  return (
    <span
      className={classes.bar}
      data-kind={kind}
      data-unknown={share === null || undefined}
      aria-hidden="true"
    >
      <span style={{ width }} data-over={(share ?? 0) > 1 || undefined} />
    </span>
  );
}
