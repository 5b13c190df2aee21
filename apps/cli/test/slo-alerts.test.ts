import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';
import { albLine } from './thirty-days.ts';

const slow = 60_000;

/** A day of a request every ten seconds, of which half fail for half an hour. */
const day = Array.from({ length: 8640 }, (_, at) => {
  const time = new Date(Date.UTC(2026, 9, 4) + at * 10_000).toISOString();
  return albLine(time, at >= 6000 && at < 6180 && at % 2 === 0 ? 502 : 200);
}).join('');

const slo = (annotations: string, more = '') => `apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout, annotations: ${annotations} }
spec:
  service: shop
  indicator:
    metadata: { name: checkout }
    spec:
      ratioMetric:
        rawType: success
        raw: { metricSource: { type: logs, spec: { badWhen: { status: 5xx } } } }
  timeWindow: [{ duration: 12h, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.99 }]
${more}`;

const policy = (name: string, op: string) => `    - kind: AlertPolicy
      metadata: { name: ${name} }
      spec:
        notificationTargets: [{ targetRef: us }]
        conditions:
          - kind: AlertCondition
            metadata: { name: ${name} }
            spec:
              severity: ticket
              condition: { kind: burnrate, op: ${op}, threshold: 2, lookbackWindow: 1h }
`;

function run(command: string, document: string, more: readonly string[] = []) {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'day.log'), day);
  writeFileSync(join(cwd, 'slo.yaml'), document);
  const words = ['slo', command, 'slo.yaml', '--logs', 'day.log', ...more];
  return runCli(words, { cwd });
}

it(
  'sends nothing for an SLO whose alerts are off, and says why',
  async () => {
    const off = slo('{ sekisho.dev/alerts: "off" }');
    const told = await run('report', off);
    expect(told.stdout).toContain('Alerts are off (sekisho.dev/alerts at slo.yaml:3): no page');
    expect(told.stdout).not.toMatch(/^(page|ticket) /m);
    const suggested = await run('suggest', off);
    expect(suggested.stdout).toContain('Alerts are off (sekisho.dev/alerts at slo.yaml:3)');
  },
  slow,
);

it(
  'judges by the tiers, drops and shares of the file, and says that a shadow is not sent',
  async () => {
    const own = slo(
      '{ sekisho.dev/alerts: shadow, sekisho.dev/tiers: page 2h/10m 80%, sekisho.dev/spent: 90%, sekisho.dev/drops: 60% in 30m }',
    );
    const told = await run('report', own);
    expect(told.stderr).toBe('');
    expect(told.stdout).toContain('would have shown, not sent: 1 page, 2 tickets');
    expect(told.stdout).toContain('slo.yaml says, not as usual.');
    expect(told.stdout).toMatch(/of the budget went in 30 min; it fires at 60%\./);
    const { stdout } = await run('replay', own, ['--json', '--targets', '99']);
    const [{ targets }] = JSON.parse(stdout).replays;
    const keys = (all: readonly { alert: string }[]) => all.map(({ alert }) => alert).toSorted();
    expect(keys(targets[0].pages)).toEqual(['burn-page']);
    expect(keys(targets[0].tickets)).toEqual(['drop-0.6-in-30', 'spent-0.9']);
  },
  slow,
);

it(
  'leaves out alerts that only others have, and says so; what is not understood is refused',
  async () => {
    const odd = await run(
      'report',
      slo('{}', `  alertPolicies:\n${policy('own', 'gt')}${policy('odd', 'lte')}`),
    );
    expect(odd.code).toBe(0);
    expect(odd.stderr).toMatch(/^Warning: slo\.yaml:\d+:\d+ .*\.op: lte is not allowed here/);
    expect(odd.stdout).toContain('1 page, 1 ticket\nAlerts are judged as slo.yaml says');
    expect(odd.stdout).toMatch(/that cannot be judged are left out;.*\nticket .* own\n/s);
    const refused = await run('report', slo('{ sekisho.dev/drops: 10% of 1h }'));
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('slo.yaml:3:');
  },
  slow,
);
