import type { OutputOf } from '@sekisho/contract';
import { formatMoment } from '@sekisho/words/time';
import { cleanLine } from './clean.ts';
import type { Style } from './style.ts';

type Person = OutputOf<'people.list'>[number];

/** Groups of a person; `~` marks what a membership gives, `+` what the directory gives. */
export function groupsText(
  { groups, lentGroups = [], directoryGroups = [], from, deactivated }: Person,
  language: Style['language'],
): string {
  const marked = groups.map((group) => {
    if (directoryGroups.includes(group)) return `+${group}`;
    return lentGroups.includes(group) ? `~${group}` : group;
  });
  const notes = [
    ...(from === 'directory' ? [notesOf.added[language]] : []),
    ...(deactivated === true ? [notesOf.deactivated[language]] : []),
  ];
  return [marked.join(', '), ...notes].filter((text) => text !== '').join(' · ');
}

const notesOf = {
  added: { en: 'of the directory', ja: 'ディレクトリから' },
  deactivated: { en: 'deactivated in the directory', ja: 'ディレクトリで無効' },
} as const;

/** What the directory said last, and who of it is nobody here. */
export function directoryText(answer: OutputOf<'people.directory'>, style: Style): string {
  const { language } = style;
  const { configured, readAt, stale, problem, found, added, deactivated, problems } = answer;
  if (!configured) return `${texts.none[language]}\n`;
  const when = readAt === null ? texts.never[language] : formatMoment(new Date(readAt), style);
  const lines = [
    `${texts.read[language]}: ${when}`,
    ...(stale ? [style.paint(texts.stale[language], 'red')] : []),
    ...(problem === null ? [] : [style.paint(`${texts.failed[language]}: ${problem}`, 'yellow')]),
    `${texts.found[language]}: ${found} · ${texts.added[language]}: ${added}`,
    ...(deactivated.length === 0 ? [] : [`${texts.gone[language]}: ${deactivated.join(', ')}`]),
    ...problems.map(({ kind, about }) => `${texts[kind][language]}: ${about}`),
  ];
  return lines.map((line) => `${cleanLine(line)}\n`).join('');
}

const texts = {
  none: {
    en: 'The roster takes nothing over from Identity Center.',
    ja: '名簿は Identity Center から何も取り込んでいません。',
  },
  read: { en: 'read', ja: '読み取り' },
  never: { en: 'never', ja: 'なし' },
  stale: {
    en: 'Too old: the directory gives nothing until it is read again.',
    ja: '古すぎるため、次に読み取るまでディレクトリは何も与えません。',
  },
  failed: { en: 'the last try failed', ja: '直近の読み取りに失敗' },
  found: { en: 'people of the file found', ja: 'ファイルの人のうち見つかった数' },
  added: { en: 'added', ja: '追加' },
  gone: { en: 'deactivated', ja: '無効' },
  'same-person': {
    en: 'two users could be this person, so neither is',
    ja: '同じ人と思われるユーザーが複数いるため対応付けません',
  },
  'maybe-same-person': {
    en: 'not added, as they could be somebody of the file; name them there with this e-mail',
    ja: 'ファイルの人と同じかもしれないため追加しません。このメールアドレスでファイルに書いてください',
  },
  'id-taken': {
    en: 'not added, as somebody has this e-mail or id',
    ja: 'メールアドレスか ID が重なるため追加しません',
  },
  'group-missing': { en: 'no such group', ja: 'グループが見つかりません' },
} as const;
