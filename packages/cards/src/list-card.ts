import type { AnyLease } from '@sekisho/contract';
import { stateGlyph, stateName } from '@sekisho/words/leases';
import { formatRelative } from '@sekisho/words/time';
import type { Card, Part } from './card.ts';
import { actionOf, leaseActions } from './lease-actions.ts';
import { type CardOptions, nameOf, say } from './options.ts';
import { placeOf, titleOf } from './what-is-lent.ts';

/** Most rows a list shows; Slack allows a hundred blocks on App Home and fifty in a message. */
export const mostRows = 40;

/** Who has what now, the reader's own first, then what ends soonest. One more than are shown is enough to be given. */
export function whoHasWhatCard(leases: readonly AnyLease[], options: CardOptions): Card {
  const { language, you } = options;
  const order = (lease: AnyLease) =>
    [lease.holder === you ? 0 : 1, lease.deadline ?? '9', lease.id].join(' ');
  const sorted = leases.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const rows = sorted.slice(0, mostRows).map((lease) => rowOf(lease, options));
  const more = leases.length > rows.length;
  const open = more ? `${mostRows}+` : String(leases.length);
  return {
    language,
    production: false,
    glyph: '●',
    head: [
      say(language, 'who has what', '貸出の一覧'),
      say(language, `${open} open`, `${open} 件`),
    ],
    parts: rows.length === 0 ? [empty(options)] : more ? [...rows, moreRows(options)] : rows,
    actions: [],
    link: null,
  };
}

function rowOf(lease: AnyLease, options: CardOptions): Part {
  const [first] = leaseActions(lease, options);
  const time =
    lease.state === 'active' && lease.deadline !== null
      ? formatRelative(new Date(lease.deadline), options)
      : stateName(lease.state, options.language, lease.stuck);
  return {
    type: 'row',
    glyph: stateGlyph(lease.state, lease.stuck),
    mark: lease.production,
    words: [
      placeOf(lease, options.language),
      titleOf(lease),
      nameOf(lease.holder, options),
      ...[time, lease.id, lease.reason],
    ].filter((word) => word !== ''),
    actions: first === undefined ? [] : [actionOf(first.id, lease.id, options)],
  };
}

function empty({ language }: CardOptions): Part {
  const text = say(
    language,
    'Nobody has anything on lease now. Ask for a server: /ops start staging 1h reason · for AWS access: /ops access',
    'いま貸出はありません。作業サーバーの依頼: /ops 開始 staging 1時間 理由 · AWS アクセスの依頼: /ops アクセス',
  );
  return { type: 'notice', level: 'information', text, detail: null };
}

function moreRows({ language }: CardOptions): Part {
  const text = say(
    language,
    'there are more: sekisho lease list',
    'ほかにもあります: sekisho lease list',
  );
  return { type: 'notice', level: 'information', text, detail: null };
}
