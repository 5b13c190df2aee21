import { found, subjectOf } from '@sekisho/contract';
import { expect, it } from 'vitest';
import type { Examination } from './ports.ts';
import { runExaminations } from './run.ts';

const subject = subjectOf('github');
const good: Examination = {
  codes: ['github'],
  subject,
  examine: async () => [found('github', 'good', subject, { api: 'https://api.example.com' })],
};

it('tells of what never answers and of what there was no time for, and keeps the rest', async () => {
  const silent = { ...good, codes: ['slack-token', 'slack-scopes'] } as const;
  const never: Examination = { ...silent, examine: () => new Promise(() => undefined) };
  const limits = { atOnce: 2, milliseconds: 50 };
  const findings = await runExaminations([never, never, good], limits);
  expect(findings.map(({ code, outcome, level }) => [code, outcome, level])).toEqual([
    ...Array.from({ length: 2 }, () => [
      ['slack-token', 'unfinished', 'warning'],
      ['slack-scopes', 'unfinished', 'warning'],
    ]).flat(),
    ['github', 'unfinished', 'warning'],
  ]);
  const alone = await runExaminations([never, good], limits);
  expect(alone.at(-1)).toMatchObject({ code: 'github', outcome: 'good' });
});

it('tells of what fails in its own words, without the secrets in them', async () => {
  const token = `xoxb-${'1'.repeat(20)}`;
  const fails: Examination = {
    ...good,
    examine: async () => {
      throw new Error(`refused postgres://sekisho:hunter2@db and ${token}`);
    },
  };
  const tells: Examination = {
    ...good,
    examine: async () => [found('github', 'refused', subject, { api: '-', detail: token })],
  };
  const findings = await runExaminations([fails, tells]);
  expect(findings.map(({ level }) => level)).toEqual(['warning', 'error']);
  expect(JSON.stringify(findings)).not.toMatch(/hunter2|xoxb/);
});
