import type { OutputOf } from '@sekisho/contract';
import type { Pair } from '@sekisho/words/language';
import { heads, phrases } from '@sekisho/words/terminal';
import { formatMoment } from '@sekisho/words/time';
import type { Style } from './style.ts';
import { table } from './table.ts';

const words = {
  client: { en: 'browser or machine', ja: 'ブラウザ・端末' },
  from: { en: 'from', ja: '接続元' },
  since: { en: 'since', ja: '開始' },
  user: { en: 'Slack user', ja: 'Slack ユーザー' },
  here: { en: ' (this one)', ja: ' (ここ)' },
  none: { en: 'There is none.', ja: 'ありません。' },
} as const satisfies Record<string, Pair>;

/** Where people are signed in. */
export function sessionTable(rows: OutputOf<'session.list'>, style: Style): string {
  const { language } = style;
  if (rows.length === 0) return `${words.none[language]}\n`;
  const moment = (at: string) => formatMoment(new Date(at), style);
  type Row = OutputOf<'session.list'>[number];
  return table<Row>(
    rows,
    [
      { title: heads.id[language], text: ({ id }) => id },
      { title: heads.person[language], text: ({ person }) => person, flexible: true },
      {
        title: words.client[language],
        text: ({ client, current }) => client + (current ? words.here[language] : ''),
        flexible: true,
      },
      { title: words.from[language], text: ({ address }) => address, flexible: true },
      {
        title: heads.expires[language],
        text: ({ expiresAt, revokedAt }) =>
          revokedAt === null ? moment(expiresAt) : phrases.revoked[language],
      },
    ],
    style,
  );
}

/** Passkeys that approvers show. */
export function passkeyTable(rows: OutputOf<'passkey.list'>, style: Style): string {
  const { language } = style;
  if (rows.length === 0) return `${words.none[language]}\n`;
  const moment = (at: string) => formatMoment(new Date(at), style);
  type Row = OutputOf<'passkey.list'>[number];
  return table<Row>(
    rows,
    [
      { title: heads.id[language], text: ({ id }) => id },
      { title: heads.person[language], text: ({ person }) => person, flexible: true },
      { title: heads.name[language], text: ({ name }) => name, flexible: true },
      { title: words.since[language], text: ({ createdAt }) => moment(createdAt) },
      {
        title: heads.used[language],
        text: ({ lastUsedAt }) =>
          lastUsedAt === null ? phrases.never[language] : moment(lastUsedAt),
      },
    ],
    style,
  );
}

/** Slack users who linked themselves to people. */
export function linkTable(rows: OutputOf<'people.links'>, style: Style): string {
  const { language } = style;
  if (rows.length === 0) return `${words.none[language]}\n`;
  type Row = OutputOf<'people.links'>[number];
  return table<Row>(
    rows,
    [
      { title: heads.id[language], text: ({ id }) => id },
      { title: heads.person[language], text: ({ person }) => person, flexible: true },
      { title: words.user[language], text: ({ team, user }) => `${team}/${user}` },
      {
        title: words.since[language],
        text: ({ linkedAt }) => formatMoment(new Date(linkedAt), style),
      },
    ],
    style,
  );
}
