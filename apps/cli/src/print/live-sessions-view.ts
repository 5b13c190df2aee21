import type { LiveSessions } from '@sekisho/contract';
import { liveSessionsFate, liveSessionsState, liveSessionsTrouble } from '@sekisho/words/access';
import type { Pair } from '@sekisho/words/language';
import { formatMoment } from '@sekisho/words/time';
import { column } from './lease-views.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

const words = {
  role: { en: 'role', ja: 'ロール' },
  policies: { en: 'policies', ja: 'ポリシー' },
  accounts: { en: 'accounts', ja: '対象アカウント' },
  statement: { en: 'statement', ja: '拒否の内容' },
  hash: { en: 'hash', ja: 'ハッシュ' },
  proposed: { en: 'proposed', ja: '提案' },
  approved: { en: 'approved', ja: '承認' },
  revoked: { en: 'revoked', ja: '取り消し' },
  unbound: { en: 'not bound', ja: '対象外' },
  management: {
    en: 'the management account: sessions there live on as before',
    ja: '管理アカウント(セッションはこれまでどおり残ります)',
  },
} as const satisfies Record<string, Pair>;

/** Where ending live sessions stands, what was agreed to, and what is denied now. */
export function liveSessionsText(answer: LiveSessions, style: Style): string {
  const { language } = style;
  const facts = factsOf(answer, style).map(([name, text]) => `${words[name][language]}: ${text}`);
  const lines = [liveSessionsState(answer.state, language), ...facts];
  return `${lines.join('\n')}\n${answer.accounts.map((one) => accountText(one, style)).join('')}`;
}

function factsOf(answer: LiveSessions, style: Style): (readonly [keyof typeof words, string])[] {
  const { settings, hash, management } = answer;
  const by = (who: string | null, at: string | null) =>
    who === null ? '' : `${who}${at === null ? '' : ` · ${formatMoment(new Date(at), style)}`}`;
  const facts: (readonly [keyof typeof words, string])[] = [
    ['role', settings?.roleArn ?? ''],
    ['policies', settings === null ? '' : `${settings.policy}-…`],
    ['accounts', (settings?.accounts ?? []).map(({ accountName }) => accountName).join(', ')],
    ['statement', settings?.statement ?? ''],
    ['hash', hash ?? ''],
    ['unbound', management === null ? '' : `${management}, ${words.management[style.language]}`],
    ['proposed', by(answer.proposedBy, answer.proposedAt)],
    ['approved', by(answer.approvedBy, answer.approvedAt)],
    ['revoked', by(answer.revokedBy, null)],
  ];
  return facts.filter(([, text]) => text !== '');
}

type Account = LiveSessions['accounts'][number];
type End = Account['ends'][number];

function accountText(
  { accountName, account, size, limit, trouble, ends }: Account,
  style: Style,
): string {
  const { language } = style;
  const refused = trouble === null ? '' : ` · ${liveSessionsTrouble(trouble, language)}`;
  const head = `\n${accountName} ${account} · ${size} / ${limit}${refused}\n`;
  if (ends.length === 0) return head;
  const moment = (at: string) => formatMoment(new Date(at), style);
  const columns = [
    column('person', style, ({ person }: End) => person),
    column('permissionSet', style, ({ permissionSet }: End) => permissionSet),
    column('lease', style, ({ lease }: End) => lease),
    column('ended', style, ({ issuedBefore }: End) => moment(issuedBefore)),
    column('ends', style, ({ until }: End) => moment(until)),
    { ...column('state', style, (end: End) => liveSessionsFate(end, language)), flexible: true },
  ];
  return head + table(ends, columns, style);
}
