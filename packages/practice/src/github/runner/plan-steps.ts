import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepTools } from './step-tools.ts';
import { findProgram, writeCode, writeStandIn } from './terraform.ts';

/** Writes the code of the pull request, plans it, and keeps the plan with what it says. */
export async function planSteps(tools: StepTools): Promise<boolean> {
  const { run, folder, print, parts } = tools;
  print(`${run.workflow}: plan for ${run.sha.slice(0, 7)} (pull request #${run.pull})`);
  writeCode(folder, run.pull);
  const binary = terraformIn(parts.path);
  if (binary === null) {
    print('Neither terraform nor tofu is on this machine: a stand-in plan is used.');
    writeStandIn(folder, run.pull);
  } else if (!(await planWith(tools, binary))) return false;
  const { id } = run;
  for (const name of ['tfplan', 'plan.json'])
    copyFileSync(join(folder, name), join(folder, `run-${id}-${name}`));
  print(`Kept the plan as an artifact of run ${id}.`);
  return true;
}

async function planWith({ execute, folder, print }: StepTools, binary: string): Promise<boolean> {
  const quiet: string[] = [];
  const keep = (line: string) => void quiet.push(line);
  if (!(await execute(binary, ['init', '-input=false', '-no-color'], { quiet: keep }))) {
    for (const line of quiet) print(line);
    return false;
  }
  const plan = ['plan', '-input=false', '-no-color', '-out=tfplan'];
  if (!(await execute(binary, plan))) return false;
  const json: string[] = [];
  const shown = await execute(binary, ['show', '-json', 'tfplan'], {
    quiet: (line) => void (line.startsWith('{') && json.push(line)),
  });
  writeFileSync(join(folder, 'plan.json'), json.join('\n'));
  return shown;
}

/** The program that plans and applies; null when the machine has none. */
export function terraformIn(path: string): string | null {
  return findProgram('terraform', path) ?? findProgram('tofu', path);
}
