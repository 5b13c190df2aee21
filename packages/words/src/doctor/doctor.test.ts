import { type DoctorCode, doctorChecks, doctorCodes, found, subjectOf } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { checkWords, findingText } from './index.ts';

const subject = subjectOf('server');
const outcomesOf = (code: DoctorCode): Readonly<Record<string, readonly string[]>> =>
  doctorChecks[code];

it.each(doctorCodes)('%s is told of in both languages by the facts that it has', (code) => {
  expect(checkWords[code].why.en).not.toBe(checkWords[code].why.ja);
  for (const [outcome, [level, ...names]] of Object.entries(outcomesOf(code))) {
    const facts = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const finding = { ...found(code, 'unread', subject, { detail: '' }), outcome, facts };
    for (const language of ['en', 'ja'] as const) {
      const { seen, why, fix } = findingText(finding, language);
      const text = `${seen} ${fix ?? ''}`;
      // A fact that nobody gives is shown as a dash.
      expect([outcome, text.match(/\{|(?<![\w-])-(?![\w-])/)]).toEqual([outcome, null]);
      expect([seen, why].includes('')).toBe(false);
      if (level === 'error' || level === 'warning') expect(fix ?? '').not.toBe('');
    }
  }
});

it('tells of an outcome of a newer version by its name', () => {
  const finding = { ...found('engine', 'good', subject, { seconds: 1 }), outcome: 'constructor' };
  expect(findingText(finding, 'en')).toMatchObject({ seen: 'constructor', fix: null });
});
