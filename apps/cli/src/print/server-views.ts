import type { OutputOf } from '@sekisho/contract';
import { whyNot } from '@sekisho/words/language';
import {
  imageAgeText,
  imageChangesText,
  oldImageText,
  shortBudgetText,
  whoText,
} from '@sekisho/words/leases';
import { formatCost, formatDollars } from '@sekisho/words/money';
import { heads, phrases } from '@sekisho/words/terminal';
import { formatDistance, formatRelative, formatSpan } from '@sekisho/words/time';
import { cleanExact, cleanLine } from './clean.ts';
import type { Style } from './style.ts';
import { facts, table } from './table.ts';

type Head = keyof typeof heads;

/** Who is connected to what. */
export function whoTable(sessions: OutputOf<'ops.who'>, style: Style): string {
  const { language } = style;
  if (sessions.length === 0) return `${phrases.nobodyOn[language]}\n`;
  const word = (head: Head) => heads[head][language];
  type Row = OutputOf<'ops.who'>[number];
  return table<Row>(
    sessions,
    [
      { title: word('lease'), text: ({ lease }) => lease },
      { title: word('environment'), text: ({ environment }) => environment, flexible: true },
      { title: word('holder'), text: ({ holder }) => holder, flexible: true },
      { title: word('owner'), text: ({ owner }) => owner, flexible: true },
      {
        title: word('since'),
        text: ({ startedAt }) => formatDistance(new Date(startedAt), { ...style, sense: 'event' }),
      },
      { title: word('instance'), text: ({ instanceId }) => instanceId },
    ],
    style,
  );
}

/** What no lease explains, and what becomes of it. */
export function sweepText(
  { withheld, orphans, unanswered }: OutputOf<'ops.sweep'>,
  style: Style,
): string {
  const { language } = style;
  const word = (head: Head) => heads[head][language];
  const why = {
    'database-empty': phrases.withheldEmpty[language],
    'database-older-than-instances': phrases.withheldOlder[language],
    'database-restored': phrases.withheldRestored[language],
  };
  const blind = phrases.unanswered[language].replace('{environments}', unanswered.join(', '));
  const notes = [withheld === null ? [] : why[withheld], unanswered.length === 0 ? [] : blind];
  const note = notes
    .flat()
    .map((line) => `${style.paint(line, 'yellow')}\n`)
    .join('');
  if (orphans.length === 0) return `${note}${phrases.noOrphans[language]}\n`;
  type Row = OutputOf<'ops.sweep'>['orphans'][number];
  const rows = table<Row>(
    orphans,
    [
      { title: word('instance'), text: ({ instanceId }) => instanceId },
      { title: word('environment'), text: ({ environment }) => environment, flexible: true },
      { title: word('lease'), text: ({ lease }) => lease ?? '' },
      { title: word('verdict'), text: ({ verdict }) => verdict },
      {
        title: word('next'),
        text: ({ next, nextAt }) =>
          nextAt === null
            ? next
            : `${next} ${formatDistance(new Date(nextAt), { ...style, sense: 'event' })}`,
      },
    ],
    style,
  );
  return note + rows;
}

/** What was spent and saved, week by week. */
export function costTable(weeks: OutputOf<'ops.cost'>, style: Style): string {
  const { language } = style;
  if (weeks.length === 0) return `${phrases.noCosts[language]}\n`;
  const word = (head: Head) => heads[head][language];
  type Row = OutputOf<'ops.cost'>[number];
  return table<Row>(
    weeks,
    [
      { title: word('week'), text: ({ week }) => week },
      { title: word('leases'), text: ({ leases }) => String(leases), right: true },
      { title: word('hours'), text: ({ hours }) => hours.toFixed(1), right: true },
      { title: word('spent'), text: ({ spent }) => formatDollars(spent, language), right: true },
      { title: word('saved'), text: ({ saved }) => formatDollars(saved, language), right: true },
      { title: word('unpriced'), text: ({ unpriced }) => String(unpriced), right: true },
    ],
    style,
  );
}

/** What a server would cost and who would have to agree. */
export function quoteText(quote: OutputOf<'ops.quote'>, style: Style): string {
  const { language } = style;
  const { approval, refusal } = quote;
  const from = approval.from.map((who) => whoText(who, language)).join(', ');
  const who = approval.people.length === 0 ? from : `${from} (${approval.people.join(', ')})`;
  const lines = facts(
    [
      [heads.environment[language].toLowerCase(), quote.environment],
      [heads.type[language].toLowerCase(), quote.instanceType],
      [
        heads.cost[language].toLowerCase(),
        formatCost(quote.costPerHour, quote.durationSeconds, language),
      ],
      [heads.maximum[language].toLowerCase(), formatSpan(quote.maximumSeconds, language)],
      [
        heads.approval[language].toLowerCase(),
        approval.count === 0 ? phrases.nobody[language] : `${approval.count}: ${who}`,
      ],
      [language === 'ja' ? 'イメージ' : 'image', imageLine(quote, language)],
    ],
    style,
  );
  const old = quote.imageOld
    ? `${style.paint(oldImageText(quote.imageAgeDays, language), 'yellow')}\n`
    : '';
  const short = refusal?.code === 'budget-low' ? [] : quote.budgets;
  const budgets = short
    .map((one) => `${style.paint(cleanLine(shortBudgetText(one, language)), 'yellow')}\n`)
    .join('');
  const notes = lines + old + budgets;
  if (refusal === null) return notes;
  return `${notes}${style.paint(cleanLine(whyNot(refusal, language)), 'yellow')}\n`;
}

/** Age and origin of the image; null when nobody can tell either. */
function imageLine(
  { imageAgeDays, imageProvenance }: OutputOf<'ops.quote'>,
  language: Style['language'],
): string | null {
  const told = [
    ...(imageAgeDays === null ? [] : [imageAgeText(imageAgeDays, language)]),
    ...(imageProvenance === null ? [] : [cleanLine(imageChangesText(imageProvenance, language))]),
  ];
  return told.length === 0 ? null : told.join(language === 'ja' ? '、' : ', ');
}

/** A command to run, alone on its line, and until when it works. */
export function commandText({ command, deadline }: OutputOf<'ops.connect'>, style: Style): string {
  const until = deadline === null ? '' : formatRelative(new Date(deadline), style);
  const note =
    until === '' ? '' : `${style.paint(`${heads.ends[style.language]} ${until}`, 'dim')}\n`;
  return `${cleanExact(command)}\n${note}`;
}
