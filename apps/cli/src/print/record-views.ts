import type { Entry, OutputOf } from '@sekisho/contract';
import { heads, phrases } from '@sekisho/words/terminal';
import { formatMoment, formatSpan } from '@sekisho/words/time';
import { verdictWords } from '@sekisho/words/verdict';
import { groupsText } from './directory-view.ts';
import type { Style } from './style.ts';
import { facts, table } from './table.ts';

/** The timeline, one entry a line. */
export function entryTable(entries: OutputOf<'timeline.list'>, style: Style): string {
  const { language } = style;
  if (entries.length === 0) return `${phrases.noEntries[language]}\n`;
  const columns = [
    { title: heads.number[language], text: (entry: Entry) => String(entry.number), right: true },
    {
      title: heads.at[language],
      text: (entry: Entry) => formatMoment(new Date(entry.at), { ...style, seconds: true }),
    },
    { title: heads.actor[language], text: (entry: Entry) => entry.actor.id, flexible: true },
    {
      title: heads.action[language],
      text: (entry: Entry) =>
        entry.outcome === 'refused'
          ? `${entry.action} (${phrases.refused[language]})`
          : entry.action,
      colour: (entry: Entry) => (entry.outcome === 'refused' ? ('yellow' as const) : null),
    },
    {
      title: heads.subject[language],
      text: (entry: Entry) => entry.lease ?? entry.subject ?? entry.environment ?? '',
    },
    {
      title: heads.reason[language],
      text: (entry: Entry) => Object.values(entry.texts).join(' / '),
      flexible: true,
    },
  ];
  return table(entries, columns, style);
}

/** A chain that holds, in a sentence; one that does not is told as a failure by the verb. */
export function verdictText(verdict: OutputOf<'timeline.verify'>, style: Style): string {
  const { intact, anchorsFit } = verdictWords[style.language];
  const { entries, anchorsChecked } = verdict;
  const sentences = [intact(entries), ...(anchorsChecked > 0 ? [anchorsFit(anchorsChecked)] : [])];
  const counts = sentences.join(' ');
  if (verdict.anchorKey === null) return `${counts}\n`;
  const { anchorPinned, anchorSelfAsserted } = phrases;
  const pinned = verdict.anchorKey === 'pinned';
  const vouched = (pinned ? anchorPinned : anchorSelfAsserted)[style.language];
  return `${counts}\n${pinned ? vouched : style.paint(vouched, 'yellow')}\n`;
}

/** The roster. */
export function peopleTable(people: OutputOf<'people.list'>, style: Style): string {
  const { language } = style;
  const word = (head: keyof typeof heads) => heads[head][language];
  type Row = OutputOf<'people.list'>[number];
  return table<Row>(
    people,
    [
      { title: word('id'), text: ({ id }) => id },
      { title: word('name'), text: ({ name }) => name[language], flexible: true },
      { title: word('role'), text: ({ role }) => role },
      { title: word('groups'), text: (row) => groupsText(row, language), flexible: true },
      { title: word('onCall'), text: ({ onCall }) => (onCall ? phrases.yes[language] : '') },
    ],
    style,
  );
}

/** Who the caller is and what they can reach. */
export function meText(me: OutputOf<'people.me'>, style: Style): string {
  const { language } = style;
  const word = (head: keyof typeof heads) => heads[head][language];
  const who = facts(
    [
      [word('person').toLowerCase(), me.person?.name[language] ?? me.principal.id],
      [word('id').toLowerCase(), me.principal.id],
      [word('role').toLowerCase(), me.person?.role ?? null],
      [word('groups').toLowerCase(), me.person?.groups.join(', ') || null],
    ],
    style,
  );
  type Row = OutputOf<'people.me'>['environments'][number];
  const environments = table<Row>(
    me.environments,
    [
      {
        title: word('environment'),
        text: ({ name }) => name,
        colour: ({ production }) => (production ? 'red' : null),
      },
      { title: word('region'), text: ({ region }) => region },
      { title: word('sizes'), text: ({ sizes }) => sizes.join(', '), flexible: true },
      { title: word('forwards'), text: ({ forwards }) => forwards.join(', '), flexible: true },
    ],
    style,
  );
  return `${who}\n${environments}`;
}

/** Who could get what, and which rule says so. */
export function policyTable(rows: OutputOf<'policy.explain'>, style: Style): string {
  const { language } = style;
  if (rows.length === 0) return `${phrases.noRows[language]}\n`;
  const word = (head: keyof typeof heads) => heads[head][language];
  type Row = OutputOf<'policy.explain'>[number];
  return table<Row>(
    rows,
    [
      { title: word('person'), text: ({ person }) => person, flexible: true },
      { title: word('environment'), text: ({ environment }) => environment, flexible: true },
      { title: word('verdict'), text: ({ verdict }) => phrases[verdict][language] },
      {
        title: word('maximum'),
        text: ({ maximumSeconds }) =>
          maximumSeconds === null ? '' : formatSpan(maximumSeconds, language),
      },
      {
        title: word('approval'),
        text: ({ approval }) =>
          approval.count === 0 ? '' : `${approval.count}: ${approval.people.join(', ')}`,
        flexible: true,
      },
      { title: word('rule'), text: ({ rule }) => rule ?? '', flexible: true },
    ],
    style,
  );
}

/** Tokens without their secrets. */
export function tokenTable(tokens: OutputOf<'token.list'>, style: Style): string {
  const { language } = style;
  if (tokens.length === 0) return `${phrases.noTokens[language]}\n`;
  const word = (head: keyof typeof heads) => heads[head][language];
  const moment = (at: string) => formatMoment(new Date(at), style);
  type Row = OutputOf<'token.list'>[number];
  return table<Row>(
    tokens,
    [
      { title: word('id'), text: ({ id }) => id },
      { title: word('name'), text: ({ name }) => name, flexible: true },
      { title: word('scopes'), text: ({ scopes }) => scopes.join(', '), flexible: true },
      {
        title: word('expires'),
        text: ({ expiresAt, revokedAt }) =>
          revokedAt === null ? moment(expiresAt) : phrases.revoked[language],
      },
      {
        title: word('used'),
        text: ({ lastUsedAt }) =>
          lastUsedAt === null ? phrases.never[language] : moment(lastUsedAt),
      },
    ],
    style,
  );
}

/** Facts of one token; its secret stands on the line before the last, to be copied whole. */
export function tokenText(
  token: OutputOf<'token.create'> | OutputOf<'token.revoke'>,
  style: Style,
) {
  const shown = tokenTable([token], style);
  if (!('token' in token)) return shown;
  return `${shown}\n${token.token}\n${phrases.shownOnce[style.language]}\n`;
}
