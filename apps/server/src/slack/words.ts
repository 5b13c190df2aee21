import type { Language, VerbName } from '@sekisho/contract';
import { fieldHelp, uiOf, verbWords } from '@sekisho/words';
import { membershipWordsIn } from '@sekisho/words/membership';

/** Says it in the reader's language. */
export function say(language: Language, en: string, ja: string): string {
  return language === 'ja' ? ja : en;
}

/** Label of a form's field. */
export function labelOf(verb: VerbName, field: string, language: Language): string {
  const ui = uiOf(language);
  const own: Readonly<Record<string, string>> = {
    'ops.hold for': ui.lease.heldFor,
    'ops.hold reason': ui.lease.holdReason,
    'ops.handover to': ui.lease.to,
    'ops.extend by': ui.lease.by,
    'lease.review text': ui.lease.reviewText,
    'membership.request team': membershipWordsIn(language).team,
    'membership.request starts': ui.ask.fields['at'] ?? '',
    'membership.extend for': ui.lease.by,
  };
  return own[`${verb} ${field}`] ?? ui.ask.fields[field] ?? fieldHelp(verb, field, language);
}

const helped = [
  ['ops.start', 'staging 2h look at the slow query', 'staging 2時間 遅いクエリの調査'],
  [
    'access.request',
    'ReadOnly production 1h look at the queue',
    'ReadOnly production 1時間 キューの調査',
  ],
  ['access.could', '', ''],
  ['membership.request', 'sre 90d an exchange', 'sre 90日 交流のため'],
  ['membership.teams', '', ''],
  ['membership.check', 'runbooks', 'runbooks'],
  ['ops.list', '', ''],
  ['ops.connect', '', ''],
  ['ops.extend', '30m', '30分'],
  ['ops.hold', '1h index build', '1時間 インデックス作成'],
  ['ops.handover', '@ken', '@ken'],
  ['ops.replace', '', ''],
  ['ops.stop', '', ''],
  ['ops.who', '', ''],
  ['ops.sessions', 'ops-7k3f9q2m', 'ops-7k3f9q2m'],
  ['ops.sessions.grep', 'pg_dump', 'pg_dump'],
  ['ops.history', 'slow query', '遅いクエリ'],
  ['ops.cost', '', ''],
] as const;

const helpedSlos = [
  ['slo.list', '', ''],
  ['slo.show', 'checkout-availability', 'checkout-availability'],
  ['slo.burn', 'checkout-availability', 'checkout-availability'],
  ['slo.pages', '--open', '--open'],
  ['slo.propose', 'checkout --target 99.5 reason', 'checkout --target 99.5 理由'],
  ['slo.correct', 'checkout --from 2:00 --to 3:00 reason', 'checkout --from 2:00 --to 3:00 理由'],
  ['slo.proposals', '', ''],
] as const;

function groupOf(verb: VerbName, language: Language): string {
  if (verb.startsWith('ops.sessions.')) return say(language, 'sessions ', 'セッション ');
  if (verb.startsWith('access.')) return say(language, 'access ', 'アクセス ');
  return verb.startsWith('membership.') ? say(language, 'join ', '参加 ') : '';
}

/** What can be said after `/ops` and `/sekisho slo`, one line each. */
export function helpText(language: Language): string {
  const lines = helped.map(([verb, en, ja]) => {
    const { command, help } = verbWords[verb];
    const group = groupOf(verb, language);
    const word = verb.endsWith('.request') ? '' : `${command[language]} `;
    const sample = `/ops ${group}${word}${say(language, en, ja)}`.trim();
    return `\`${sample}\`\n${help[language]}`;
  });
  const slos = helpedSlos.map(([verb, en, ja]) => {
    const { command, help } = verbWords[verb];
    const sample = `/sekisho slo ${command[language]} ${say(language, en, ja)}`.trim();
    return `\`${sample}\`\n${help[language]}`;
  });
  const short = say(
    language,
    '`/sekisho slo` alone shows which promises need a look; `/sekisho slo checkout` shows one, by its name or its service.',
    '`/sekisho slo` だけで要確認の SLO を、`/sekisho slo checkout` でその SLO やサービスを表示します。',
  );
  const form = say(
    language,
    '`/ops` alone opens a form for a server, `/ops access` one for AWS access, `/ops join` one to join a team. `/ops sessions` alone lists your own. English and Japanese words both work.',
    '`/ops` だけで作業サーバーの、`/ops アクセス` だけで AWS アクセスの、`/ops 参加` だけでチームに参加する依頼フォームを開きます。`/ops セッション` だけで自分のセッションを一覧します。英語と日本語のどちらの言葉でも使えます。',
  );
  return [...lines, form, ...slos, short].join('\n');
}
