import type { JoinableTeam, MembershipJournal, MembershipLease } from '@sekisho/contract';
import { journalKindNames, journalSectionNames } from '@sekisho/words/journal-names';
import { whyNot } from '@sekisho/words/language';
import { roleNames } from '@sekisho/words/leases';
import { membershipWordsIn } from '@sekisho/words/membership';
import { heads } from '@sekisho/words/terminal';
import { formatDistance, formatMoment, formatSpan } from '@sekisho/words/time';
import { cleanLine } from './clean.ts';
import { column, leading, leaseCard, why } from './lease-views.ts';
import type { Style } from './style.ts';
import { type Column, facts, table } from './table.ts';

/** One membership: its card, and the first things with their ticks. */
export function membershipCard(lease: MembershipLease, style: Style): string {
  const { language } = style;
  const lines = lease.checklist.map(({ id, title, link, done }) => {
    const more = [
      ...(link === null ? [] : [link]),
      ...(done === null ? [] : [formatMoment(new Date(done.at), style)]),
    ].join(' · ');
    const text = `${done === null ? '[ ]' : '[x]'} ${id}: ${title[language]}`;
    return `  ${cleanLine(more === '' ? text : `${text} (${more})`)}\n`;
  });
  return leaseCard(lease, style) + lines.join('');
}

/** Who is in which team, one a line. */
export function membershipTable(leases: readonly MembershipLease[], style: Style): string {
  const { language } = style;
  const words = membershipWordsIn(language);
  if (leases.length === 0) return `${words.membersNothing}\n`;
  const ends = ({ deadline, durationSeconds }: MembershipLease) =>
    deadline === null
      ? formatSpan(durationSeconds, language)
      : formatDistance(new Date(deadline), style);
  const ticks = ({ checklist }: MembershipLease) =>
    `${checklist.filter(({ done }) => done !== null).length}/${checklist.length}`;
  const ours: readonly Column<MembershipLease>[] = leading(style);
  const columns = [
    ...ours.with(2, { title: words.team.toUpperCase(), text: (lease) => lease.teamName[language] }),
    column('ends', style, ends),
    { title: words.firstThings.toUpperCase(), text: ticks, right: true },
    why(style),
  ];
  return table(leases, columns, style);
}

/** Teams that one could join, what each brings, and what it takes. */
export function teamsText(teams: readonly JoinableTeam[], style: Style): string {
  if (teams.length === 0) return `${membershipWordsIn(style.language).joinNothing}\n`;
  return teams.map((team) => teamText(team, style)).join('\n');
}

function teamText(team: JoinableTeam, style: Style): string {
  const { language } = style;
  const words = membershipWordsIn(language);
  const { permissionSets, slackUserGroups, checklist, role, shadowsOnCall } = team;
  const some = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join(' · '));
  const head = `${style.paint(cleanLine(team.team), 'bold')}   ${cleanLine(team.name[language])}\n`;
  const term = [
    formatSpan(team.defaultSeconds, language),
    ...(team.maximumSeconds === null
      ? []
      : [words.atMost(formatSpan(team.maximumSeconds, language))]),
  ].join(', ');
  return (
    head +
    facts(
      [
        [heads.groups[language].toLowerCase(), team.group],
        [heads.role[language].toLowerCase(), role === null ? null : roleNames[role][language]],
        [
          heads.permissionSet[language].toLowerCase(),
          some(permissionSets.map((one) => words.access(one.permissionSet, one.account))),
        ],
        ['Slack', some(slackUserGroups)],
        [heads.onCall[language].toLowerCase(), shadowsOnCall ? words.shadow : null],
        [words.firstThings.toLowerCase(), some(checklist.map(({ title }) => title[language]))],
        [words.term.toLowerCase(), term],
        [heads.approval[language].toLowerCase(), takes(team, language)],
      ],
      style,
    )
  );
}

const phraseOf = {
  atOnce: { en: 'nobody need agree', ja: '承認不要' },
} as const;

function takes({ lease, refusal, approval }: JoinableTeam, language: 'en' | 'ja'): string {
  if (lease !== null) return lease;
  if (refusal !== null) return whyNot(refusal, language);
  if (approval.count === 0) return phraseOf.atOnce[language];
  const people = approval.people.join(', ');
  return language === 'ja'
    ? `${approval.count} 人の承認が必要(${people})`
    : `${approval.count} of ${people}`;
}

/** What somebody did in a term: the counts, then what they did, the newest last. */
export function journalText(journal: MembershipJournal, style: Style): string {
  const { language } = style;
  const words = membershipWordsIn(language);
  const at = (iso: string) => formatMoment(new Date(iso), style);
  const head = `${style.paint(cleanLine(journal.person), 'bold')}   ${cleanLine(journal.team)}   ${at(journal.from)} – ${at(journal.to)}\n`;
  const parts = journal.sections.filter(({ items }) => items.length > 0);
  if (parts.length === 0) return `${head}${words.journalNothing}\n`;
  const counts = parts.flatMap((part) =>
    part.counts.map(
      ({ kind, count }) => [journalKindNames[kind][language], String(count)] as const,
    ),
  );
  const texts = parts.map(({ section, items }) => {
    const lines = items.map((item) => {
      const why = item.detail === null ? '' : ` — ${item.detail}`;
      return `  ${at(item.at)}  ${cleanLine(`${item.text}${why}`)}\n`;
    });
    return `\n${style.paint(journalSectionNames[section][language], 'bold')}\n${lines.join('')}`;
  });
  return [
    head,
    facts(counts, style),
    ...texts,
    journal.cut ? `${words.journalCut}\n` : '',
    '\n',
  ].join('');
}
