import type { OutputOf, PreviewedSlo, PreviewFinding } from '@sekisho/contract';
import { agreedHoldsText, previewNotes } from '@sekisho/words/why';
import { replayTable } from '../offline/slo/replay/replay-text.ts';
import { cleanLine } from './clean.ts';
import { ninesText, windowText } from './slo-figures.ts';
import type { Style } from './style.ts';

const words = {
  warning: { en: 'warning: ', ja: '警告: ' },
  good: { en: 'No problem was found in {file}.', ja: '{file} に問題はありません。' },
  more: { en: '… and {count} more.', ja: '… ほか {count} 件。' },
  belongs: {
    en: 'Nothing was written: commit it as {file} beside sekisho.yaml.',
    ja: '何も書き込んでいません。sekisho.yaml の隣の {file} としてコミットしてください。',
  },
} as const;

/** A draft as people read it: what is wrong with it, and what each of its SLOs would have done. */
export function previewed(answer: OutputOf<'slo.preview'>, style: Style): string {
  const { language } = style;
  const { file, findings, more, slos } = answer;
  const good = !findings.some(({ severity }) => severity === 'problem');
  const lines = [
    ...findings.map((one) => findingText(one, style)),
    ...(more > 0 ? [words.more[language].replace('{count}', String(more))] : []),
    ...(good ? [words.good[language].replace('{file}', file)] : []),
  ];
  const told = lines.map((line) => `${cleanLine(line)}\n`).join('');
  const shown = slos.map((slo) => `\n${sloText(slo, style)}`).join('');
  const last = good ? `\n${cleanLine(words.belongs[language].replace('{file}', file))}\n` : '';
  return told + shown + last;
}

function findingText(finding: PreviewFinding, { language }: Style): string {
  const { severity, file, line, column, path, why, fix } = finding;
  const mark = severity === 'warning' ? words.warning[language] : '';
  const where = `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}`;
  return `${mark}${where}: ${why}${language === 'ja' ? '' : ' '}${fix}`;
}

function sloText(slo: PreviewedSlo, style: Style): string {
  const { language } = style;
  const { id, displayName, window, shown, target, agreedTarget } = slo;
  const agreed =
    agreedTarget === null
      ? []
      : [agreedHoldsText(percent(target), percent(agreedTarget), id, language)];
  const notes = [...previewNotes(slo, language), ...agreed];
  const name = displayName ?? id;
  if (shown === null)
    return [style.paint(cleanLine(name), 'bold'), ...notes.map(cleanLine), ''].join('\n');
  const { candidate, from, to } = shown;
  const minute = (iso: string) => Date.parse(iso) / 60_000;
  return replayTable(
    {
      ...{ name, window: windowText(window, language), notes },
      span: { from: minute(from), to: minute(to) },
      candidates: [
        {
          ...candidate,
          target: candidate.target / 100,
          lowest: candidate.lowestShare,
          unexplained: candidate.pagesOutsideIncidents,
          dead: candidate.deadTiers.map((tier) => ({ ...tier, code: 'dead' as const })),
        },
      ],
      incidents: candidate.caught.length + candidate.missed.length || null,
    },
    style,
  );
}

function percent(value: number): string {
  return ninesText(value / 100);
}
