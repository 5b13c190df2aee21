import type { Language, MembershipJournal } from '@sekisho/contract';
import { row } from '../markdown-text.ts';
import { monthsOf } from './months.ts';
import { journalKindNames } from './names.ts';
import { reportWords } from './report-words.ts';

/** What was done, how often, by month; a sentence where nothing was. */
export function numbersTable(
  { sections }: Pick<MembershipJournal, 'sections'>,
  reader: { readonly language: Language; readonly timeZone: string },
): string {
  const t = reportWords[reader.language];
  const counts = sections.flatMap((part) => part.counts);
  if (counts.length === 0) return t.nothing;
  const months = monthsOf(
    sections.flatMap(({ items }) => items),
    reader,
  );
  const figure = (count: number) => new Intl.NumberFormat(reader.language).format(count);
  const rows = counts.map(({ kind, count }) => [
    journalKindNames[kind][reader.language],
    ...months.map(({ items }) => figure([...items].filter((item) => item.kind === kind).length)),
    figure(count),
  ]);
  const heads = ['', ...months.map(({ name }) => name), t.total];
  const rule = heads.map((_, at) => (at === 0 ? '---' : '--:'));
  return [heads, rule, ...rows].map(row).join('\n');
}
