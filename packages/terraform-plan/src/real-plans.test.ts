import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { read } from '../test/plan.ts';

/** Built-in providers alone: no registry is asked. */
const code = (version: number) => `
variable "secret" {
  type      = string
  sensitive = true
  default   = "hunter2hunter2"
}
resource "terraform_data" "kept" {
  input = { pw = var.secret, list = ["v${version}", var.secret] }
}
resource "terraform_data" "${version === 1 ? 'old' : 'new'}" {
  count            = 2
  triggers_replace = [${version}]
  provisioner "local-exec" {
    command = "true"
  }
}
resource "terraform_data" "${version === 1 ? 'gone' : 'come'}" {
  input = "plain"
}
${version === 1 ? '' : 'moved {\n  from = terraform_data.old\n  to   = terraform_data.new\n}'}
output "all" {
  value     = terraform_data.kept.input
  sensitive = true
}
check "small" {
  assert {
    condition     = length(terraform_data.kept.input.list) < ${version === 1 ? 9 : 2}
    error_message = "too long"
  }
}
`;

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Applies version 1, then plans version 2: what `show -json` prints of it. */
function makePlan(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  const run = (...words: string[]) =>
    execFileSync(program, words, { cwd: folder, env, stdio: 'pipe', maxBuffer: 2 ** 26 });
  writeFileSync(join(folder, 'main.tf'), code(1));
  run('init', '-input=false');
  run('apply', '-input=false', '-auto-approve');
  writeFileSync(join(folder, 'main.tf'), code(2));
  run('plan', '-input=false', '-out=saved');
  expect(readFileSync(join(folder, 'saved')).length).toBeGreaterThan(0);
  return run('show', '-json', 'saved').toString('utf8');
}

describe.for(['terraform', 'tofu'])('a plan that %s made', (program) => {
  it.skipIf(!isThere(program))('is read, and shows no secret of it', { timeout: 120_000 }, () => {
    const plan = read(makePlan(program));
    expect(plan.summary.counts).toMatchObject({
      ...{ create: 1, update: 1, replace: 2, delete: 1, move: 2, outputs: 1 },
    });
    const told = plan.summary.risks.map(({ code: one, severity }) => `${severity} ${one}`);
    expect(told[0]).toBe('danger runs-command');
    expect(told).toContain('warning check-failed');
    expect(plan.diff.resources.map(({ action }) => action)).toEqual([
      ...['delete', 'replace', 'replace', 'update', 'create'],
    ]);
    expect(JSON.stringify(plan)).not.toContain('hunter2');
  });
});
