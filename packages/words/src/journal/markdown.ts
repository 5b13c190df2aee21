import type { JournalItem, Language, MembershipJournal } from '@sekisho/contract';
import { code, safe } from '../markdown-text.ts';
import { formatDay, formatMoment, formatSpan } from '../time/index.ts';
import { monthsOf } from './months.ts';
import { journalSectionNames } from './names.ts';
import { numbersTable } from './numbers.ts';
import { reportWords } from './report-words.ts';

/** All that a report is drafted from. */
export interface Report {
  readonly journal: Omit<MembershipJournal, 'markdown'>;
  /** Names in the language of the report. */
  readonly person: string;
  readonly team: string;
  readonly reason: string;
  readonly ticket: string | null;
  readonly approvers: readonly string[];
  readonly checklist: readonly {
    readonly text: string;
    readonly link: string | null;
    /** ISO 8601. */
    readonly doneAt: string | null;
  }[];
  readonly over: boolean;
}

export interface ReportReader {
  readonly language: Language;
  /** IANA zone. */
  readonly timeZone: string;
  /** Where the console is, for links; ids stay without it. */
  readonly url: string | null;
}

/** The draft of somebody's report on a term with a team, as Markdown. Free text of people does nothing in it. */
export function journalMarkdown(report: Report, reader: ReportReader): string {
  const { journal, person, team, over } = report;
  const { language } = reader;
  const t = reportWords[language];
  const blocks = [
    t.title(safe(person), safe(team)),
    termText(journal, reader),
    over ? '' : `> ${t.soFar}`,
    `> ${t.draft}`,
    journal.cut ? `> ${t.cut}` : '',
    factsText(report, reader),
    `${t.numbers}\n\n${numbersTable(journal, reader)}`,
    checklistText(report, reader),
    [t.learned, ...t.prompts.map((prompt) => `**${prompt}**`)].join('\n\n'),
    ...monthBlocks(journal, reader),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function termText({ from, to }: Report['journal'], { language, timeZone }: ReportReader): string {
  const day = (iso: string) => formatDay(new Date(iso), { timeZone, language, withYear: true });
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return reportWords[language].term(day(from), day(to), formatSpan(seconds, language), timeZone);
}

function factsText({ journal, reason, ticket, approvers }: Report, reader: ReportReader): string {
  const t = reportWords[reader.language];
  const why = [reason, ...(ticket === null ? [] : [ticket])].map(safe).join(' · ');
  const lines = [
    `- ${t.reason}: ${why}`,
    ...(approvers.length === 0 ? [] : [`- ${t.agreed}: ${approvers.map(safe).join(', ')}`]),
    `- ${t.lease}: ${linked(journal.lease, 'leases', reader)}`,
  ];
  return lines.join('\n');
}

function checklistText({ checklist }: Report, { language, timeZone }: ReportReader): string {
  if (checklist.length === 0) return '';
  const t = reportWords[language];
  const day = (iso: string) => formatDay(new Date(iso), { timeZone, language, withYear: true });
  const lines = checklist.map(({ text, link, doneAt }) => {
    const what = link === null ? safe(text) : `[${safe(text)}](${address(link)})`;
    return doneAt === null ? `- [ ] ${what}` : `- [x] ${what} — ${day(doneAt)}`;
  });
  const done = checklist.filter(({ doneAt }) => doneAt !== null).length;
  return [t.checklist, t.doneOf(done, checklist.length), lines.join('\n')].join('\n\n');
}

function monthBlocks({ sections }: Report['journal'], reader: ReportReader): readonly string[] {
  const { language } = reader;
  const months = monthsOf(
    sections.flatMap(({ items }) => items),
    reader,
  );
  if (months.length === 0) return [];
  const blocks = months.map(({ name, items }) => {
    const parts = sections.flatMap((part) => {
      const mine = part.items.filter((item) => items.has(item));
      if (mine.length === 0) return [];
      const lines = mine.map((item) => itemLine(item, reader));
      return [`#### ${journalSectionNames[part.section][language]}\n\n${lines.join('\n')}`];
    });
    return [`### ${name}`, ...parts].join('\n\n');
  });
  return [reportWords[language].months, ...blocks];
}

function itemLine({ at, text, detail, lease, slo, byAgent }: JournalItem, reader: ReportReader) {
  const moment = new Date(at);
  // The month above says the year.
  const when = formatMoment(moment, { ...reader, now: moment, withDay: true });
  const about = [
    ...(lease === null ? [] : [linked(lease, 'leases', reader)]),
    ...(slo === null ? [] : [linked(slo, 'slos', reader)]),
    ...(byAgent ? [reportWords[reader.language].byAgent] : []),
  ];
  const why = detail === null ? '' : ` — ${safe(detail)}`;
  return `- ${when}: ${safe(text)}${why}${about.length === 0 ? '' : ` (${about.join(', ')})`}`;
}

/** An id, with a link where the console's address is known. */
function linked(id: string, pages: 'leases' | 'slos', { url }: ReportReader): string {
  if (url === null) return code(id);
  return `[${code(id)}](${address(`${url.replace(/\/+$/, '')}/${pages}/${encodeURIComponent(id)}`)})`;
}

/** An address as Markdown bears one between its brackets. */
function address(url: string): string {
  return url.replaceAll(
    /[\s()<>\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
