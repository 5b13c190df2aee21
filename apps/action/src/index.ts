import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as core from '@actions/core';
import { credentials } from './credentials.ts';
import { tellError } from './failure.ts';
import { languageOf, readInputs } from './inputs.ts';
import { post } from './post.ts';
import { run } from './run.ts';
import type { Runner } from './runner.ts';
import { verify } from './verify.ts';

/* The one program of this action: its main and post steps, `verify`, and the `credential_process`. */

const { env } = process;
const get = (name: string) => core.getInput(name);

await main(process.argv.slice(2));

async function main([command, file = '']: readonly string[]): Promise<void> {
  const runner = runnerOf();
  try {
    if (command === 'credentials') {
      const say = (line: string) => void process.stderr.write(`${line}\n`);
      process.stdout.write(`${await credentials(file, runner, say)}\n`);
    } else if (get('do') === 'verify') {
      await verify(runner, get, process.cwd());
    } else if (core.getState('begun') !== '') {
      await post(runner);
    } else {
      core.saveState('begun', 'yes');
      await step(runner);
    }
  } catch (error) {
    const told = tellError(error, languageOf(get));
    // On standard output nothing but credentials may stand.
    if (command === 'credentials') process.stderr.write(`${told}\n`);
    else core.setFailed(told);
    process.exitCode = 1;
  }
  // Sockets that are kept open must not keep the job.
  process.exit();
}

async function step(runner: Runner): Promise<void> {
  try {
    await run(readInputs(get, process.cwd()), runner);
  } finally {
    if (env['GITHUB_STEP_SUMMARY'] && !core.summary.isEmptyBuffer()) await core.summary.write();
  }
}

function runnerOf(): Runner {
  const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  const home = env['HOME'] || env['USERPROFILE'] || '.';
  return {
    ...{ core, env, now: () => performance.now(), sleep: (ms: number) => sleep(ms) },
    tokens: url && bearer ? { url, bearer } : null,
    temp: env['RUNNER_TEMP'] || join(home, '.sekisho'),
    awsConfig: env['AWS_CONFIG_FILE'] || join(home, '.aws', 'config'),
    stsEndpoint: env['AWS_ENDPOINT_URL_STS'] || env['AWS_ENDPOINT_URL'] || null,
    program: [process.execPath, fileURLToPath(import.meta.url)],
  };
}
