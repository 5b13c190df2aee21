import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PracticeGithub, readFileCommands } from '@sekisho/practice/github';

const build = fileURLToPath(new URL('../../../scripts/publish/action.ts', import.meta.url));

/** Bundles the action into a folder of its own; answers the file. */
export function bundleAction(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'sekisho-action-')), 'index.mjs');
  execFileSync(process.execPath, [build, file]);
  return file;
}

/** What one step did. */
export interface Ended {
  readonly code: number;
  readonly log: string;
  readonly errors: string;
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** One job of the practice pipeline, as a runner sees it. */
export interface TestJob {
  readonly folder: string;
  /** Runs the bundled file with inputs; what earlier steps kept for it comes along. */
  step(
    inputs: Readonly<Record<string, string>>,
    more?: Readonly<Record<string, string>>,
  ): Promise<Ended>;
  /** Runs a command line of a profile. */
  command(words: readonly string[]): Promise<Ended>;
  remove(): void;
}

/** Begins a job that may ask for tokens. */
export function beginJob(github: PracticeGithub, file: string): TestJob {
  const { pull } = github.person({ act: 'open-pull', who: 'taro-suzuki', title: 'Widen' });
  const { run } = github.person({ act: 'merge', pull: pull?.number ?? 0, who: 'ken-watanabe' });
  const { tokenUrl, token } = github.beginJob(run?.id ?? 0, 'apply');
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-job-'));
  let state: Record<string, string> = {};
  let counter = 0;

  async function start(
    words: readonly string[],
    given: Readonly<Record<string, string>>,
  ): Promise<Ended> {
    const names = ['ENV', 'OUTPUT', 'STATE', 'STEP_SUMMARY'] as const;
    const files = Object.fromEntries(
      names.map((name) => [name, join(folder, `${name}-${(counter += 1)}`)]),
    );
    for (const path of Object.values(files)) writeFileSync(path, '');
    const env = {
      ...{ PATH: process.env['PATH'] ?? '', HOME: folder, RUNNER_TEMP: join(folder, 'temp') },
      ACTIONS_ID_TOKEN_REQUEST_URL: tokenUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
      ...Object.fromEntries(names.map((name) => [`GITHUB_${name}`, files[name] ?? ''])),
      ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
      ...given,
    };
    const ended = await runProgram(words, folder, env);
    const read = (name: string) => readFileSync(files[name] ?? '', 'utf8');
    state = { ...state, ...readFileCommands(read('STATE')) };
    const [outputs, exported] = [readFileCommands(read('OUTPUT')), readFileCommands(read('ENV'))];
    return { ...ended, outputs, env: exported, summary: read('STEP_SUMMARY') };
  }

  return {
    folder,
    step: (inputs, more = {}) =>
      start([process.execPath, file], {
        ...Object.fromEntries(
          Object.entries(inputs).map(([name, v]) => [`INPUT_${name.toUpperCase()}`, v]),
        ),
        ...more,
      }),
    command: (words) => start(words, {}),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function runProgram(words: readonly string[], cwd: string, env: Record<string, string>) {
  return new Promise<{ code: number; log: string; errors: string }>((resolve, reject) => {
    const [command = '', ...args] = words;
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [log, errors] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (log += part.toString()));
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, log, errors }));
  });
}

/** Where terraform (or tofu) is; null where the machine has neither. */
export function findTerraform(): string | null {
  for (const name of ['terraform', 'tofu']) {
    try {
      execFileSync(name, ['version'], { stdio: 'ignore' });
      return name;
    } catch {}
  }
  return null;
}

/** Saves a real plan of resources that need no provider and no network. */
export function savePlan(terraform: string, folder: string, input = 'one'): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.tf'), `resource "terraform_data" "a" { input = "${input}" }\n`);
  const options = { cwd: folder, stdio: 'ignore' } as const;
  execFileSync(terraform, ['init', '-input=false'], options);
  execFileSync(terraform, ['plan', '-input=false', '-out=tfplan'], options);
}
