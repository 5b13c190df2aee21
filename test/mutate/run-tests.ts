import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Patch } from './patch.ts';

/** How a run of some tests ended. */
export interface Outcome {
  readonly passed: number;
  /** Full titles of the tests that failed. */
  readonly failed: readonly string[];
  /** The run was cut off: something waits for ever. */
  readonly hung: boolean;
  /** The end of what was printed, for when no test ran. */
  readonly said: string;
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const limit = 8 * 60_000;

/** Runs a patch's tests in the tree at `root`. */
export async function runTests(
  root: string,
  { tests, title, database }: Pick<Patch, 'tests' | 'title' | 'database'>,
): Promise<Outcome> {
  const report = join(root, 'mutate-report.json');
  await rm(report, { force: true });
  const reporting = ['--reporter=json', `--outputFile=${report}`, '--maxWorkers=1'];
  const filter = title === undefined ? [] : ['--testNamePattern', title];
  const environment = { ...process.env, SEKISHO_TEST_DATABASE: database ?? 'pglite' };
  const end = await new Promise<{ hung: boolean; said: string }>((resolve) => {
    const program = join(root, 'node_modules', '.bin', 'vitest');
    const args = ['run', '--root', root, ...tests, ...filter, ...reporting];
    const options = { cwd: root, env: environment, timeout: limit, maxBuffer: 1 << 28 };
    execFile(program, args, options, (error, stdout, stderr) => {
      resolve({ hung: error?.killed === true, said: (stdout + stderr).trim().slice(-1500) });
    });
  });
  const results = await readReport(report);
  return {
    passed: results.filter(({ status }) => status === 'passed').length,
    failed: results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    ...end,
  };
}

async function readReport(
  path: string,
): Promise<Report['testResults'][number]['assertionResults']> {
  const text = await readFile(path, 'utf8').catch(() => '{"testResults":[]}');
  return (JSON.parse(text) as Report).testResults.flatMap((file) => file.assertionResults);
}
