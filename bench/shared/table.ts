import { type Figure, isMet, type Report } from './figure.ts';
import { type Machine, machineLine } from './machine.ts';

const headings = ['figure', 'measured', 'goal', 'met', 'beside'] as const;

/** A report for a terminal. */
export function asText(report: Report, machine: Machine): string {
  const rows = [headings, ...report.figures.map(cells)];
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [report.bench, machineLine(machine), ...report.measured, '', ...lines, ''].join('\n');
}

/** A report for a Markdown file. */
export function asMarkdown(report: Report, machine: Machine): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [
    `${machineLine(machine)}.`,
    '',
    ...report.measured.map((sentence) => `- ${sentence}`),
    '',
    line(headings),
    line(headings.map(() => '---')),
    ...report.figures.map((figure) => line(cells(figure))),
  ].join('\n');
}

function cells(figure: Figure): readonly string[] {
  const { name, value, unit, peer } = figure;
  const met = isMet(figure);
  const beside =
    peer === undefined
      ? ''
      : `${(value / peer.value).toFixed(2)} × ${peer.name} (${amount(peer.value, unit)})`;
  return [
    name,
    amount(value, unit),
    goalOf(figure),
    met === null ? '' : met ? 'yes' : 'NO',
    beside,
  ];
}

function goalOf({ goal, unit }: Figure): string {
  if (goal === undefined) return '';
  if ('atMost' in goal) return `≤ ${amount(goal.atMost, unit)}`;
  return 'atLeast' in goal ? `≥ ${amount(goal.atLeast, unit)}` : `= ${amount(goal.exactly, unit)}`;
}

function amount(value: number, unit: string): string {
  if (value === Number.POSITIVE_INFINITY) return 'never';
  const digits =
    Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit === '' ? text : `${text} ${unit}`;
}
