import { escapeSlack, leaseCard, whoHasWhatCard } from '@sekisho/cards';
import type { MembershipLease, OutputOf, VerbName } from '@sekisho/contract';
import { cut, uiOf } from '@sekisho/words';
import { membershipWordsIn } from '@sekisho/words/membership';
import { brings } from '../forms/membership-form.ts';
import { cardMessage, type Message, markdownMessage, textMessage, together } from '../message.ts';
import type { Reader } from '../reader.ts';

/** Slack's section holds 3,000 characters; escaping makes some of them longer. */
const mostOfJournal = 2_000;

/** What a verb about joining a team answered; null for what is told as of every lease. */
export function shownMembership(verb: VerbName, output: unknown, reader: Reader): Message | null {
  switch (verb) {
    case 'membership.show':
      return cardMessage(leaseCard(output as MembershipLease, reader));
    case 'membership.list':
      return cardMessage(whoHasWhatCard(output as MembershipLease[], reader));
    case 'membership.request':
      return shownRequest(output as MembershipLease, reader);
    case 'membership.check':
      return shownCheck(output as MembershipLease, reader);
    case 'membership.teams':
      return shownTeams(output as OutputOf<'membership.teams'>, reader);
    case 'membership.journal':
      return shownJournal(output as OutputOf<'membership.journal'>, reader);
    default:
      return null;
  }
}

function shownRequest(lease: MembershipLease, reader: Reader): Message {
  const { asked, starting } = uiOf(reader.language).ask;
  const said = lease.state === 'requested' ? asked : starting;
  return together(textMessage(`✓ ${said}`), cardMessage(leaseCard(lease, reader)));
}

function shownCheck({ id, checklist }: MembershipLease, { language }: Reader): Message {
  const words = membershipWordsIn(language);
  const done = checklist.filter((item) => item.done !== null).length;
  const lines = checklist.map(
    ({ id: item, title, done: said }) =>
      `${said === null ? '○' : '✓'} ${title[language]} (${item})`,
  );
  return textMessage([`${id} · ${words.done(done, checklist.length)}`, ...lines].join('\n'));
}

function shownTeams(teams: OutputOf<'membership.teams'>, reader: Reader): Message {
  const { language } = reader;
  if (teams.length === 0) return textMessage(membershipWordsIn(language).joinNothing);
  const words = teams.map((team) => {
    const glyph = team.lease !== null ? '●' : team.verdict === 'refused' ? '✕' : '○';
    const space = language === 'ja' ? '' : ' ';
    const why = team.refusal === null ? [] : [`${team.refusal.message}${space}${team.refusal.fix}`];
    return [`${glyph} ${team.name[language]} (${team.team})`, ...why, brings(team, reader)].join(
      '\n',
    );
  });
  return textMessage(words.join('\n\n'));
}

/** Its beginning, and where all of it is: a report is longer than a message. */
function shownJournal(
  { lease, markdown }: OutputOf<'membership.journal'>,
  reader: Reader,
): Message {
  const { language, baseUrl } = reader;
  const command = `sekisho membership journal ${lease} --language ${language}`;
  const begins = escapeSlack(cut(markdown, mostOfJournal)).replaceAll('```', "'''");
  const page = baseUrl === undefined ? '' : `\n${baseUrl}/leases/${lease}`;
  const { journalLead } = membershipWordsIn(language);
  return markdownMessage(
    `${escapeSlack(journalLead)}\n\`${command}\`${page}\n\`\`\`${begins}\`\`\``,
  );
}
