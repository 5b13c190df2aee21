import type { OutputOf } from '@sekisho/contract';
import { differenceWords, recoveryPhrases, settlementWords } from '@sekisho/words/recovery';
import { heads } from '@sekisho/words/terminal';
import { formatMoment } from '@sekisho/words/time';
import type { Style } from './style.ts';
import { table } from './table.ts';

type Difference = OutputOf<'recovery.show'>['differences'][number];

/** What a restored database says beside what AWS is, and what settling does or did. */
export function recoveryText(
  { restored, differences, unanswered, shown }: OutputOf<'recovery.show'>,
  style: Style,
): string {
  const { language } = style;
  const say = (name: keyof typeof recoveryPhrases) => recoveryPhrases[name][language];
  const lines: string[] = [];
  if (restored !== null) {
    const taken = formatMoment(new Date(restored.takenAt), style);
    const told = say('restored')
      .replace('{takenAt}', taken)
      .replace('{shown}', shown ?? '…');
    lines.push(style.paint(told.replace('{newest}', String(restored.newestEntry)), 'yellow'));
  } else if (differences.length === 0) lines.push(say('settled'));
  if (unanswered.length > 0)
    lines.push(style.paint(say('unanswered').replace('{places}', unanswered.join(', ')), 'yellow'));
  // Of who did not answer nobody knows whether it differs.
  const allSeen = unanswered.length === 0 && restored !== null;
  if (differences.length === 0 && allSeen) lines.push(say('none'));
  const note = lines.map((line) => `${line}\n`).join('');
  return differences.length === 0 ? note : note + differenceTable(differences, style);
}

function differenceTable(differences: readonly Difference[], style: Style): string {
  const { language } = style;
  const moment = (iso: string | null) => (iso === null ? '' : formatMoment(new Date(iso), style));
  return table<Difference>(
    differences,
    [
      { title: heads.lease[language], text: ({ lease }) => lease ?? '' },
      {
        title: heads.environment[language],
        text: ({ environment }) => environment,
        flexible: true,
      },
      { title: heads.holder[language], text: ({ holder }) => holder ?? '', flexible: true },
      { title: heads.instance[language], text: ({ resource }) => resource ?? '' },
      {
        title: recoveryPhrases.difference[language],
        text: ({ kind }) => differenceWords[kind][language],
      },
      {
        title: recoveryPhrases.settles[language],
        text: ({ settles, until }) =>
          [settlementWords[settles][language], moment(until)].filter(Boolean).join(' '),
      },
    ],
    style,
  );
}
