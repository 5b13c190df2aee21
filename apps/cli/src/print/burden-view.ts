import type { BurdenChange, BurdenSet, OutputOf } from '@sekisho/contract';
import { listOf } from '@sekisho/words/language';
import { formatMoment } from '@sekisho/words/time';
import { cleanExact, cleanLine } from './clean.ts';
import { column } from './lease-views.ts';
import type { Colour, Style } from './style.ts';
import { table } from './table.ts';

type Burden = OutputOf<'access.burden'>;

/** Who has what without a lease, how often each set was lent, and what is proposed. */
export function burdenText({ sets, people, proposal, knows }: Burden, style: Style): string {
  const parts = [
    setTable(sets, style),
    peopleText(people, style),
    changesText(proposal.changes, style),
    proposal.map === null ? '' : mapText(proposal.map, style),
    knows.map((sentence) => `${style.paint(cleanLine(sentence), 'dim')}\n`).join(''),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

const findings = {
  'in-use': { en: 'in use', ja: '使用中' },
  'standing-strong': { en: 'always, and strong', ja: '強い権限が常時' },
  unused: { en: 'not lent', ja: '貸出なし' },
  'not-in-map': { en: 'not in the map', ja: '一覧にない' },
} as const;

const colours: Readonly<Record<BurdenSet['finding'], Colour | null>> = {
  'in-use': null,
  'standing-strong': 'red',
  unused: 'yellow',
  'not-in-map': 'red',
};

function setTable(sets: readonly BurdenSet[], style: Style): string {
  const { language } = style;
  const columns = [
    {
      ...column('account', style, ({ accountName }: BurdenSet) => accountName),
      colour: ({ production }: BurdenSet) => (production ? ('red' as const) : null),
    },
    column('permissionSet', style, ({ permissionSet }: BurdenSet) => permissionSet),
    {
      ...column('leases', style, ({ lent }: BurdenSet) => String(lent.times)),
      right: true,
    },
    column('ended', style, ({ lent }: BurdenSet) =>
      lent.last === null ? '' : formatMoment(new Date(lent.last), style),
    ),
    {
      ...column('verdict', style, ({ finding }: BurdenSet) => findings[finding][language]),
      colour: ({ finding }: BurdenSet) => colours[finding],
    },
    {
      ...column('holder', style, ({ standing }: BurdenSet) => holders(standing, style)),
      flexible: true,
    },
  ];
  return table(sets, columns, style);
}

function holders(standing: BurdenSet['standing'], { language }: Style): string {
  return listOf(
    standing.map(({ kind, name, people }) =>
      kind === 'user' ? name : `${name} (${people.join(' ')})`,
    ),
    language,
  );
}

function peopleText(people: Burden['people'], style: Style): string {
  if (people.length === 0) return `${nobody[style.language]}\n`;
  const lines = people.map(({ person, sets }) => {
    const held = sets.map(({ accountName, permissionSet }) => `${accountName} ${permissionSet}`);
    return `  ${cleanLine(`${person}: ${listOf(held, style.language)}`)}\n`;
  });
  return `${style.paint(theirs[style.language], 'bold')}\n${lines.join('')}`;
}

const doings = {
  lend: { en: 'lend', ja: '貸出に変更' },
  drop: { en: 'drop', ja: '一覧から削除' },
  unassign: { en: 'take away', ja: '割り当てを解除' },
  'drop-role': { en: 'drop role', ja: 'ロールを一覧から削除' },
  'delete-role': { en: 'delete role', ja: 'ロールを削除' },
} as const;

function changesText(changes: readonly BurdenChange[], style: Style): string {
  const { language } = style;
  if (changes.length === 0) return `${nothing[language]}\n`;
  const lines = changes.map((change) => {
    const what = `${doings[change.do][language]} ${change.accountName} ${change.permissionSet ?? change.role ?? ''}`;
    return `  ${cleanLine(what)}\n    ${cleanLine(change.reason)}\n`;
  });
  return `${style.paint(proposed[language], 'bold')}\n${lines.join('')}`;
}

/** Its lines as they are, to be copied. */
function mapText(map: string, style: Style): string {
  const lines = map.trimEnd().split('\n').map(cleanExact);
  return `${[style.paint(theMap[style.language], 'bold'), ...lines].join('\n')}\n`;
}

const nobody = {
  en: 'Nobody always has a strong permission set.',
  ja: '強い許可セットを常に持っている人はいません。',
};
const theirs = { en: 'Always have strong access', ja: '強い権限を常に持つ人' };
const nothing = { en: 'Nothing to propose.', ja: '提案はありません。' };
const proposed = { en: 'Proposed', ja: '提案' };
const theMap = {
  en: 'The smaller map (nothing is written)',
  ja: '小さくした一覧(書き込みはしません)',
};
