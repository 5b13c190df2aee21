import { MantineProvider } from '@mantine/core';
import { type Finding, found, subjectOf } from '@sekisho/contract';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { choose } from '../shared/preferences.ts';
import { FindingItem } from './finding-item.tsx';
import { groupsOf } from './groups.ts';
import { countsOf, fits } from './levels.ts';
import { accountsOf, readDoctorSearch } from './search.ts';
import { ofAccount } from './use-examination.ts';

const aws = (name: string, account: string) =>
  ({ kind: 'aws', name, account, region: 'ap-northeast-1' }) as const;
const [production, staging] = [aws('production', '111111111111'), aws('staging', '222222222222')];
const detail = 'AccessDenied';
/** Of a server that knows more than this console. */
const newer = {
  ...found('engine', 'good', subjectOf('server'), { seconds: 1 }),
  ...{ code: 'engine-socket', outcome: 'exposed', level: 'terrible' },
  subject: { kind: 'docker', name: 'laptop', account: null, region: null },
} as unknown as Finding;
const findings = [
  found('aws-permission', 'no-dry-run', production, { action: 'scheduler:GetSchedule' }),
  found('engine', 'good', subjectOf('server'), { seconds: 1 }),
  found('image-age', 'old', staging, { image: 'ami-1', days: 41, bound: 30 }),
  found('aws-role', 'denied', staging, { role: 'arn:sekisho', detail }),
  found('slack-scopes', 'missing', subjectOf('slack'), { scopes: 'files:write' }),
  found('backup', 'practice', subjectOf('timeline'), {}),
  newer,
];

const pageOf = (finding: Finding) =>
  renderToStaticMarkup(
    <MantineProvider>
      <FindingItem finding={finding} />
    </MantineProvider>,
  );

afterEach(() => choose({ language: 'en' }));

it('puts what is worst first, in each thing and among things, and else the house', () => {
  const groups = groupsOf(findings).map(({ subject, findings: ofIt }) => [
    subject?.name ?? subject?.kind ?? 'house',
    ...ofIt.map(({ code }) => code),
  ]);
  expect(groups).toEqual([
    ['slack', 'slack-scopes'],
    ['staging', 'aws-role', 'image-age'],
    ['laptop', 'engine-socket'],
    ['house', 'backup', 'engine'],
    ['production', 'aws-permission'],
  ]);
});

it('takes nothing that a newer server finds for well, and tells it by its name', () => {
  expect(countsOf([newer])).toEqual([['warning', 1]]);
  expect(pageOf(newer)).toMatch(/warning.*<code>engine-socket<\/code> exposed/);
});

it('shows what is as bad as was asked for, of any address that somebody wrote', () => {
  const shown = (level: unknown) =>
    findings.filter((one) => fits(one, readDoctorSearch({ level }))).length;
  expect([shown('error'), shown('warning'), shown(undefined), shown('x'), shown(3)]).toEqual([
    2, 4, 7, 7, 7,
  ]);
});

it('offers every account, and shows one as the look at everything has it', () => {
  const examined = { installation: 'acme', practice: false, milliseconds: 1, examinedAt: '' };
  const whole = { ...examined, findings };
  expect([...accountsOf(findings, '333333333333')]).toEqual([
    ['333333333333', []],
    ['111111111111', ['production']],
    ['222222222222', ['staging']],
  ]);
  expect(ofAccount(whole, '222222222222')?.findings.map(({ code }) => code)).toEqual([
    'image-age',
    'aws-role',
  ]);
  expect(ofAccount(whole, '333333333333')).toBeUndefined();
  expect(ofAccount(undefined, '222222222222')).toBeUndefined();
});

it('tells why what is wrong matters and what to do, with each command to copy, in both languages', () => {
  const takenAt = '2026-11-23T03:17:00.000Z';
  const unsettled = found('restore', 'unsettled', subjectOf('server'), { takenAt });
  const english = pageOf(unsettled);
  expect(english).toContain('nothing is lent or taken back');
  expect(english).toContain('aria-label="Copy sekisho recovery show"');
  expect(english).toContain(
    'aria-label="Copy sekisho recovery settle --shown SHOWN --reason &quot;…&quot;"',
  );
  expect(english).not.toContain(takenAt);
  choose({ language: 'ja' });
  expect(pageOf(unsettled)).toMatch(/エラー.*未確認です.*<code>sekisho recovery show<\/code>/);
  const well = pageOf(found('engine', 'good', subjectOf('server'), { seconds: 1 }));
  expect(well).not.toContain('エンジンが遅れると');
});
