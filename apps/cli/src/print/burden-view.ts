import type { BurdenChange, BurdenSet, OutputOf } from '@sekisho/contract';
import { burdenChangeText, burdenFinding, burdenPage } from '@sekisho/words/access';
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
      ...column('verdict', style, ({ finding }: BurdenSet) => burdenFinding(finding, language)),
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
  if (people.length === 0) return `${burdenPage[style.language].nobody}\n`;
  const lines = people.map(({ person, sets }) => {
    const held = sets.map(({ accountName, permissionSet }) => `${accountName} ${permissionSet}`);
    return `  ${cleanLine(`${person}: ${listOf(held, style.language)}`)}\n`;
  });
  return `${style.paint(burdenPage[style.language].theirs, 'bold')}\n${lines.join('')}`;
}

function changesText(changes: readonly BurdenChange[], style: Style): string {
  const { language } = style;
  if (changes.length === 0) return `${burdenPage[language].nothing}\n`;
  const lines = changes.map((change) => {
    return `  ${cleanLine(burdenChangeText(change, language))}\n    ${cleanLine(change.reason)}\n`;
  });
  return `${style.paint(burdenPage[language].proposed, 'bold')}\n${lines.join('')}`;
}

/** Its lines as they are, to be copied. */
function mapText(map: string, style: Style): string {
  const lines = map.trimEnd().split('\n').map(cleanExact);
  return `${[style.paint(burdenPage[style.language].theMap, 'bold'), ...lines].join('\n')}\n`;
}
