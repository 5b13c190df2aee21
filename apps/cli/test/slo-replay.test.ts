import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, linesOf, runCli } from './run-cli.ts';
import { albLine, thirtyDays } from './thirty-days.ts';

const slow = 60_000;

const incidents = `
- { id: outage, from: "2026-09-10T14:00+09:00", to: "2026-09-10T14:40+09:00" }
- { id: "\\e[31mdeploy\\u202e", from: 2026-09-19T03:00Z, to: 2026-09-20T15:00Z }
- { id: before the logs, from: 2026-08-19T03:00Z, to: 2026-08-20T15:00Z }
`;

function month(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'month.log'), thirtyDays().join(''));
  writeFileSync(join(folder, 'incidents.yaml'), incidents);
  return folder;
}

const logs = ['--logs', 'month.log'];

describe('slo replay', () => {
  it(
    'says for each target what it would have told, and which incidents it would have caught',
    async () => {
      const args = [
        'slo',
        'replay',
        ...logs,
        '--targets',
        '90,99,99.9%',
        '--incidents',
        'incidents.yaml',
      ];
      const { code, stdout } = await runCli([...args, '--json'], { cwd: month() });
      expect(code).toBe(0);
      const [{ targets, incidents: known, window }] = JSON.parse(stdout).replays;
      expect(window).toEqual({ kind: 'rolling', minutes: 43_200 });
      expect(known.map(({ id }: { id: string }) => id)).toEqual([
        'outage',
        expect.stringContaining('deploy'),
      ]);
      const [loose, middle, tight] = targets;
      expect(loose).toMatchObject({ target: 0.9, pages: [], caught: [] });
      expect(loose.deadTiers).toMatchObject([{ tier: 'page-quick', code: 'dead' }]);
      expect(middle).toMatchObject({ target: 0.99, missed: [expect.stringContaining('deploy')] });
      expect(middle.caught).toMatchObject([{ incident: 'outage' }]);
      expect(tight).toMatchObject({
        target: 0.999,
        missed: [],
        pagesOutsideIncidents: 0,
        windowFull: false,
      });
      expect(tight.caught[0].afterMinutes).toBeLessThan(middle.caught[0].afterMinutes);
      expect(tight.remainingShare).toBeLessThan(0);
      expect(tight.lowestShare).toBeLessThanOrEqual(tight.remainingShare);
      expect(tight.pageMinutes).toBeGreaterThan(middle.pageMinutes);
    },
    slow,
  );

  it(
    'shows people a table that fits, the tiers that are dead, and no escape sequence',
    async () => {
      const args = [
        'slo',
        'replay',
        ...logs,
        '--incidents',
        'incidents.yaml',
        '--targets',
        '90,99.9',
      ];
      const { stdout } = await runCli(args, { cwd: month() });
      expect(stdout).toMatch(
        /target {2}pages {2}tickets +in page +left +lowest +caught +after +other/,
      );
      expect(stdout).toMatch(/\n +90% +0 +0 +0 s +9\d% +9\d% +0\/2 +– +0\n/);
      expect(stdout).toContain('90%: missed outage, deploy');
      expect(stdout).toContain('At 90% these alerts can never fire');
      expect(stdout).not.toMatch(/[\u001b\u202e]/);
      expect(linesOf(stdout).filter((line) => line.length > 80)).toEqual([]);
    },
    slow,
  );

  it.each([
    [
      ['--targets', '99,100'],
      '--targets takes percent above 0 and below 100, such as 99.9, not "100"',
    ],
    [
      ['--incidents', 'bad.yaml'],
      'bad.yaml:1:18 [0].from: "soon" is no moment. Write date, time and zone',
    ],
    [['--incidents', 'none.yaml'], 'none.yaml cannot be read'],
  ])(
    'refuses %j',
    async (args, said) => {
      const cwd = month();
      writeFileSync(join(cwd, 'bad.yaml'), '- { id: a, from: soon, to: 2026-09-19T03:00Z }\n');
      const ended = await runCli(['slo', 'replay', ...logs, ...args], { cwd });
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toContain(said);
    },
    slow,
  );
});

describe('slo suggest', () => {
  it(
    'suggests the highest target that was kept, with its reasons and doubts',
    async () => {
      const cwd = month();
      const args = ['slo', 'suggest', ...logs, '--incidents', 'incidents.yaml'];
      const told = await runCli(args, { cwd });
      expect(told.code).toBe(0);
      expect(told.stdout).toContain('99.5% over 30 d');
      expect(told.stdout).toMatch(/99\.8% .* not kept \(lowest −\d+%\)/);
      expect(told.stdout).toMatch(/98% .* misses outage/);
      expect(told.stdout).toContain('What is uncertain\n- 5 h of that time hold no line');
      expect(told.stdout).toContain('would have paged for: deploy');
      expect(told.stdout).not.toMatch(/[\u001b\u202e]/);
      const little = await runCli(['slo', 'suggest', '--logs', '-', '--format', 'alb'], {
        stdin: albLine('2026-10-04T00:01:00Z', 200),
      });
      expect(little.stdout).toContain('proves no candidate: gather more logs');
      const { stdout } = await runCli([...args, '--targets', '99,99.5', '--json'], { cwd });
      const [suggestion] = JSON.parse(stdout).suggestions;
      expect(suggestion).toMatchObject({
        suggested: 0.995,
        candidates: [{ target: 0.995 }, { target: 0.99 }],
      });
      expect(suggestion.doubts.map(({ code }: { code: string }) => code)).toEqual([
        'holes',
        'uncaught',
      ]);
    },
    slow,
  );
});
