import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The modules, as they lie in the repository. */
export const modulesFolder = fileURLToPath(
  new URL('../../../../deploy/terraform/', import.meta.url),
);
/** Modules, and a root that uses them, each of which is validated by itself. */
export const modules = ['hub', 'member', 'member/guard', '../../examples/aws'] as const;

const found = spawnSync('terraform', ['version']).status === 0;

/** Whether Terraform must be there, and find a provider. */
export const demanded = process.env['SEKISHO_REQUIRE_TERRAFORM'] === '1';
/** Whether Terraform is missing; `SEKISHO_REQUIRE_TERRAFORM=1` lets its tests fail instead. */
export const withoutTerraform = !found && !demanded;
if (withoutTerraform) console.log('SKIPPED: the Terraform modules are judged by terraform.');

export interface Ended {
  readonly code: number;
  readonly output: string;
}

const quiet = { CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', NO_COLOR: '1' };

/** The provider is large: it is fetched once, for all modules and later runs. */
function oneProvider() {
  const folder = process.env['TF_PLUGIN_CACHE_DIR'] ?? join(tmpdir(), 'sekisho-terraform-plugins');
  mkdirSync(folder, { recursive: true });
  return { TF_PLUGIN_CACHE_DIR: folder, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1' };
}

/** Runs Terraform, for three minutes at most. */
export function terraform(args: readonly string[], cwd: string, input = ''): Promise<Ended> {
  const env = { ...process.env, ...quiet, ...oneProvider() };
  return new Promise((resolve) => {
    const child = execFile('terraform', args, { cwd, env, timeout: 180_000 }, (error, out, err) => {
      if (error === null) resolve({ code: 0, output: out });
      else resolve({ code: 1, output: `${out}${err}${error.killed ? 'It took too long.' : ''}` });
    });
    child.stdin?.end(input);
  });
}

/** The text of every `.tf` file of one module, without what lies deeper. */
export function textOf(module: string): string {
  const folder = join(modulesFolder, module);
  const files = readdirSync(folder).filter((name) => name.endsWith('.tf'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

/** A copy of modules and example, because `init` writes beside what it reads. */
export function copyOfAll(): { readonly folder: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'sekisho-terraform-'));
  const folder = join(root, 'deploy/terraform/');
  const filter = (path: string) => !path.includes('.terraform');
  cpSync(modulesFolder, folder, { recursive: true, filter });
  const example = join(modulesFolder, '../../examples/aws');
  cpSync(example, join(root, 'examples/aws'), { recursive: true, filter });
  return { folder, remove: () => rmSync(root, { recursive: true, force: true }) };
}
