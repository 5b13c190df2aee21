import type { OutputOf } from '@sekisho/contract';
import { sloHeads } from '@sekisho/words/terminal';
import { countText, ninesText, shareText, timesText } from './slo-figures.ts';
import type { Style } from './style.ts';
import { type Column, table } from './table.ts';

type Part = OutputOf<'slo.show'>['parts'][number];

/** The parts of a composite: how each did, how fast it burns, and how much of the budget it spent. */
export function partTable(parts: readonly Part[], style: Style): string {
  const { language } = style;
  const figure = (head: keyof typeof sloHeads, text: (part: Part) => string): Column<Part> => {
    return { title: sloHeads[head][language], text, right: true };
  };
  return table<Part>(
    parts,
    [
      { title: sloHeads.part[language], text: ({ name }) => name, flexible: true },
      figure('weight', ({ weight }) => String(weight)),
      figure('bad', ({ bad, total }) => `${countText(bad)}/${countText(total)}`),
      figure('sli', ({ sli }) => ninesText(sli)),
      figure('burn', ({ burn }) => timesText(burn)),
      figure('ofBudget', ({ budgetShare }) => shareText(budgetShare)),
      figure('blame', ({ errorShare }) => shareText(errorShare)),
      figure('coverage', ({ coverage }) => shareText(coverage)),
      { title: sloHeads.source[language], text: ({ source }) => source },
    ],
    style,
  );
}
