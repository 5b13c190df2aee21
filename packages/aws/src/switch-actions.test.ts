import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { switchActions } from './switch-actions.ts';

interface Step {
  readonly inputs: { readonly Service: string; readonly Api: string };
}

it('declares what the Automation document calls, and its start, and nothing else', () => {
  const file = new URL('../documents/terminate-lease.json', import.meta.url);
  const { mainSteps } = JSON.parse(readFileSync(file, 'utf8')) as { mainSteps: Step[] };
  const called = mainSteps.map(({ inputs }) => `${inputs.Service}:${inputs.Api}`);
  const plan = readFileSync(new URL('./scheduler/plan.ts', import.meta.url), 'utf8');
  expect(plan).toContain("'ssm:startAutomationExecution'");
  expect(switchActions).toEqual([...called, 'ssm:StartAutomationExecution'].sort());
});
