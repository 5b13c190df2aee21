import {
  type DoctorCode,
  doctorChecks,
  doctorCodes,
  type Finding,
  found,
  subjectOf,
} from '@sekisho/contract';
import { expect, it } from 'vitest';
import { checkWords, findingText, fixParts } from './index.ts';

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

it('tells the commands of a fix from its prose, in both languages and with what they are about', () => {
  const commandsOf = (finding: Finding) =>
    (['en', 'ja'] as const).map((language) => {
      const parts = fixParts(finding, language);
      expect(parts.map(({ text }) => text).join('')).toBe(findingText(finding, language).fix ?? '');
      return parts.flatMap(({ text, isCommand }) => (isCommand ? [text] : []));
    });
  const both = (...commands: string[]) => [commands, commands];
  const takenAt = '2026-11-23T03:17:00Z';
  expect(commandsOf(found('restore', 'unsettled', subject, { takenAt }))).toEqual(
    both('sekisho recovery show', 'sekisho recovery settle --shown SHOWN --reason "…"'),
  );
  expect(commandsOf(found('slack-scopes', 'missing', subject, { scopes: 'files:write' }))).toEqual(
    both('sekisho slack manifest'),
  );
  const exposed = { path: "/a b/it's", mode: '755' };
  expect(commandsOf(found('data-directory', 'exposed', subject, exposed))).toEqual(
    both(String.raw`chmod 700 '/a b/it'\''s'`),
  );
  expect(commandsOf(found('engine', 'unfinished', subject, { seconds: 45 }))).toEqual(
    both('sekisho doctor --only engine'),
  );
  expect(commandsOf(found('secret-files', 'exposed', subject, { files: 'a, b' }))).toEqual(both());
  expect(commandsOf(found('engine', 'good', subject, { seconds: 1 }))).toEqual(both());
});
