import type { AccessLease, AnyLease, OutputOf } from '@sekisho/contract';
import { whyNot } from '@sekisho/words/language';
import { lentText } from '@sekisho/words/leases';
import { phrases } from '@sekisho/words/terminal';
import { formatDistance, formatMoment, formatSpan } from '@sekisho/words/time';
import { cleanLine } from './clean.ts';
import { column, leading, leaseCard, why } from './lease-views.ts';
import type { Colour, Style } from './style.ts';
import { table } from './table.ts';

/** What a lease lends, in a word or two. */
export function titleOf(lease: AnyLease, { language }: Style): string {
  if (lease.kind === 'ops-server') return lease.instanceType;
  if (lease.kind === 'membership') return lease.teamName[language];
  const { kind, accountName: environment } = lease;
  const title = kind === 'ci-role' ? `${lease.purpose} · ${lease.repository}` : lease.permissionSet;
  return lentText({ kind, title, environment })[language];
}

/** Leases of any kind, one a line. */
export function anyLeaseTable(leases: readonly AnyLease[], style: Style): string {
  if (leases.length === 0) return `${phrases.nothingLent[style.language]}\n`;
  const what = (lease: AnyLease) => titleOf(lease, style);
  const columns = [...leading(style), column('what', style, what), endsIn(style), why(style)];
  return table(leases, columns, style);
}

/** Leases of any kind and state, when each was asked for. */
export function anyHistoryTable(leases: readonly AnyLease[], style: Style): string {
  if (leases.length === 0) return `${phrases.noHistory[style.language]}\n`;
  const columns = [
    ...leading(style),
    column('what', style, (lease: AnyLease) => titleOf(lease, style)),
    column('ended', style, ({ requestedAt }: AnyLease) =>
      formatMoment(new Date(requestedAt), style),
    ),
    why(style),
  ];
  return table(leases, columns, style);
}

function endsIn(style: Style) {
  return column('ends', style, ({ deadline, durationSeconds }: AnyLease) =>
    deadline === null
      ? formatSpan(durationSeconds, style.language)
      : formatDistance(new Date(deadline), style),
  );
}

/** What was asked for: a card for each account. */
export function requestedText(answer: OutputOf<'access.request'>, style: Style): string {
  const { alongside, ...first } = answer;
  return [first, ...alongside].map((lease: AccessLease) => leaseCard(lease, style)).join('\n');
}

const verdictColours: Readonly<Record<string, Colour>> = {
  allowed: 'green',
  'with-approval': 'yellow',
  refused: 'red',
};

/** What one has and could have, with the reason. */
export function couldTable(possible: OutputOf<'access.could'>, style: Style): string {
  const { language } = style;
  const columns = [
    {
      ...column('account', style, (one: (typeof possible)[number]) => one.accountName),
      colour: ({ production }: (typeof possible)[number]) => (production ? ('red' as const) : null),
    },
    column('permissionSet', style, ({ permissionSet }: (typeof possible)[number]) => permissionSet),
    {
      ...column('verdict', style, (one: (typeof possible)[number]) => verdictOf(one, language)),
      colour: ({ has, verdict }: (typeof possible)[number]) =>
        has === null ? (verdictColours[verdict] ?? null) : ('green' as const),
    },
    {
      ...column('longest', style, ({ maximumSeconds }: (typeof possible)[number]) =>
        maximumSeconds === null ? '' : formatSpan(maximumSeconds, language),
      ),
    },
    {
      ...column(
        'reason',
        style,
        ({ lease, rule }: (typeof possible)[number]) => lease ?? rule ?? '',
      ),
      flexible: true,
    },
  ];
  return table(possible, columns, style) + conditionsText(possible, style);
}

/** What has no room in a table and must not be cut: why not, and who agrees. Each is said once. */
function conditionsText(possible: OutputOf<'access.could'>, { language }: Style): string {
  const names = new Map<string, string[]>();
  for (const one of possible) {
    const text = conditionOf(one, language);
    if (text === '') continue;
    names.set(text, [...(names.get(text) ?? []), `${one.accountName} ${one.permissionSet}`]);
  }
  const lines = [...names].map(([text, where]) => `${cleanLine(`${where.join(', ')}: ${text}`)}\n`);
  return lines.join('');
}

const verdicts = {
  standing: { en: 'always', ja: '常に可' },
  lease: { en: 'lent now', ja: '貸出中' },
  allowed: { en: 'at once', ja: '承認不要' },
  'with-approval': { en: 'with approval', ja: '承認が必要' },
  refused: { en: 'no', ja: '不可' },
} as const;

function verdictOf({ has, verdict }: OutputOf<'access.could'>[number], language: 'en' | 'ja') {
  return verdicts[has ?? verdict][language];
}

function conditionOf(
  { has, lease, refusal, approval }: OutputOf<'access.could'>[number],
  language: 'en' | 'ja',
): string {
  if (has !== null || lease !== null) return '';
  if (refusal !== null) return whyNot(refusal, language);
  const people = approval.people.join(', ');
  if (approval.count === 0 || people === '') return '';
  return language === 'ja' ? `承認できる人: ${people}` : `agreed to by ${people}`;
}

/** Assignments that nothing explains. */
export function driftText(
  { lookedAt, unanswered, findings }: OutputOf<'access.drift'>,
  style: Style,
): string {
  const { language } = style;
  if (lookedAt === null) return `${notLooked[language]}\n`;
  const silent = unanswered.length === 0 ? '' : `${noAnswer[language]}${unanswered.join(', ')}\n`;
  if (findings.length === 0) return `${allExplained[language]}\n${silent}`;
  type Finding = (typeof findings)[number];
  const columns = [
    column('account', style, ({ accountName }: Finding) => accountName),
    column('permissionSet', style, ({ permissionSet }: Finding) => permissionSet),
    column('holder', style, ({ principal, principalKind }: Finding) =>
      principalKind === 'group' ? `${principal} (group)` : principal,
    ),
    column('at', style, ({ firstSeenAt }: Finding) => formatMoment(new Date(firstSeenAt), style)),
    column('ends', style, ({ removedAfter }: Finding) =>
      removedAfter === null ? '' : formatDistance(new Date(removedAfter), style),
    ),
  ];
  return table(findings, columns, style) + silent;
}

const notLooked = { en: 'Nobody has looked yet.', ja: 'まだ確認していません。' };
const noAnswer = { en: 'No answer from: ', ja: '応答なし: ' };
const allExplained = {
  en: 'Every assignment is explained by a lease or by standing access.',
  ja: 'すべての割り当てが、貸出または常設の権限で説明できます。',
};

/** The account map, one account a line. */
export function accountTable({ accounts }: OutputOf<'access.accounts'>, style: Style): string {
  type Account = (typeof accounts)[number];
  const columns = [
    {
      ...column('account', style, ({ name }: Account) => name),
      colour: ({ production }: Account) => (production ? ('red' as const) : null),
    },
    column('id', style, ({ id }: Account) => id),
    column('environment', style, ({ environment }: Account) => environment ?? ''),
    column('permissionSet', style, ({ permissionSets }: Account) =>
      permissionSets.map(({ name }) => name).join(', '),
    ),
  ];
  return table(accounts, columns, style);
}
