import { readFileSync, writeFileSync } from 'node:fs';
import { type DoctorCode, doctorChecks, doctorCodes } from '@sekisho/contract';
import { checkWords, type OutcomeWords } from '../src/doctor/index.ts';

/*
 * Writes the table of checks into docs/doctor.md, between its two marks. `--check` fails when it is stale.
 */
const target = new URL('../../../docs/doctor.md', import.meta.url);
const marks = /(<!-- checks: [^\n]*-->\n)[^]*(<!-- \/checks -->)/;

function rowsOf(code: DoctorCode): string {
  const { why, outcomes } = checkWords[code];
  const levels: Readonly<Record<string, readonly string[]>> = doctorChecks[code];
  const told: Readonly<Record<string, OutcomeWords>> = outcomes;
  const rows = Object.entries(levels).map(([outcome, [level = '-']]) => {
    const { seen, fix } = told[outcome] ?? { seen: { en: '' } };
    return `| \`${outcome}\` | ${level} | ${cell(seen.en)} | ${cell(fix?.en ?? '')} |`;
  });
  const head = `### \`${code}\`\n\n${cell(why.en)}\n\n| outcome | level | seen | fix |\n|---|---|---|---|\n`;
  return `${head}${rows.join('\n')}\n`;
}

/** Text in a cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

const before = readFileSync(target, 'utf8');
const table = `\n${doctorCodes.map(rowsOf).join('\n')}\n`;
const text = before.replace(marks, (_, begin: string, end: string) => `${begin}${table}${end}`);
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (before !== text) {
  console.error('docs/doctor.md is stale: run `npm run generate`');
  process.exitCode = 1;
}
