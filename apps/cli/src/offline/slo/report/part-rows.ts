import type { Report } from '@sekisho/objectives/report';
import type { Language, Pair } from '@sekisho/words/language';
import { count, percent, sliText, times } from './figures.ts';
import { labels } from './words.ts';

type Part = Report['parts'][number];

/** One column of what is told of the parts of a composite. */
export interface PartColumn {
  readonly title: string;
  readonly text: (part: Part) => string;
  /** Whether it is a figure. */
  readonly right: boolean;
}

/** What is told of the parts of a composite, the same in the terminal and in HTML. */
export function partColumns(language: Language): readonly PartColumn[] {
  const figure = ({ [language]: title }: Pair, text: PartColumn['text']): PartColumn => {
    return { title, text, right: true };
  };
  const shareOf = (share: number | null) => (share === null ? '–' : percent(share));
  return [
    { title: labels.part[language], text: ({ name }) => name, right: false },
    figure(labels.weight, ({ weight }) => count(weight)),
    figure(labels.units, ({ total }) => count(total)),
    figure(labels.failed, ({ bad }) => count(bad)),
    figure(labels.sli, ({ total, bad }) => sliText(total, bad) ?? '–'),
    figure(labels.burn, ({ burn }) => times(burn)),
    figure(labels.ofBudget, ({ budgetShare }) => shareOf(budgetShare)),
    figure(labels.ofSpent, ({ errorShare }) => shareOf(errorShare)),
    figure(labels.known, ({ coverage }) => shareOf(coverage)),
  ];
}

/** What must be known to read the counts of a whole; empty where it says no more than its parts. */
export function weighedText({ parts, objective }: Report, language: Language): string {
  return parts.length > 0 && objective.method.kind === 'occurrences'
    ? labels.weighed[language]
    : '';
}
