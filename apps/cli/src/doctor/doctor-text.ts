import type { Finding, FindingLevel } from '@sekisho/contract';
import { findingText, levelWords } from '@sekisho/words/doctor';
import { cleanLine } from '../print/clean.ts';
import type { Colour, Style } from '../print/style.ts';
import { say } from '../sentences/say.ts';
import { countsOf, type Examined } from './doctor-data.ts';

const colours: Readonly<Record<FindingLevel, Colour>> = {
  error: 'red',
  warning: 'yellow',
  skipped: 'dim',
  info: 'dim',
  ok: 'green',
};

/** What was found, for people: worst first, and what is well only counted unless all is wanted. */
export function doctorText(
  { findings, worst }: Pick<Examined, 'findings' | 'worst'>,
  style: Style,
  all: boolean,
): string {
  const shown = findings.filter(({ level }) => all || level !== 'ok');
  const { error, warning, skipped, info, ok } = countsOf(findings);
  const facts = { error, warning, skipped, info, ok };
  const last = style.paint(say(style, 'examine-counts', facts), colours[worst]);
  const more = ok > 0 && !all ? ` ${say(style, 'examine-all')}` : '';
  return `${shown.map((finding) => told(finding, style)).join('')}${last}${more}\n`;
}

function told(finding: Finding, style: Style): string {
  const { code, level } = finding;
  const { seen, why, fix } = findingText(finding, style.language);
  const mark = style.paint(levelWords[level][style.language], colours[level]);
  const about = whose(finding);
  const head = `${mark} ${style.paint(code, 'bold')}${about === '' ? '' : ` (${about})`}`;
  const isWrong = level === 'error' || level === 'warning';
  const lines = [
    `${head}: ${cleanLine(seen)}`,
    ...(isWrong ? [`  ${style.paint(cleanLine(why), 'dim')}`] : []),
    ...(fix === null ? [] : [`  → ${cleanLine(fix)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function whose({ subject: { kind, name, account, region } }: Finding): string {
  if (kind !== 'aws') return name ?? kind;
  return cleanLine([name, account, region].filter((part) => part !== null).join(' '));
}
