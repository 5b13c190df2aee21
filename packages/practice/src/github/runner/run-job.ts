import { join } from 'node:path';
import type { Conclusion } from '../state.ts';
import { applySteps } from './apply-steps.ts';
import { makeJobFolder } from './job-folder.ts';
import { planSteps } from './plan-steps.ts';
import { runProcess } from './run-process.ts';
import type { JobToRun, StepTools } from './step-tools.ts';
import { masked, readLine } from './workflow-commands.ts';

/** Runs one job's steps; its last runs whatever became of those before. */
export async function runJob(given: JobToRun): Promise<Conclusion> {
  const { parts, run, job, signal } = given;
  const at = { run: run.id, job: job.id };
  const masks = new Set<string>();
  const files = makeJobFolder(join(parts.workDirectory, `job-${job.id}`), variablesOf(given));
  const print = (line: string) =>
    void parts.core.run({
      kind: 'runner',
      what: { act: 'log', ...at, line: masked(line, masks).slice(0, 2_000) },
    });
  const hear = (line: string) => {
    const said = readLine(line);
    if (said.kind === 'mask') masks.add(said.value);
    if (said.kind === 'line') print(said.text);
  };
  const tools: StepTools = {
    ...{ ...given, files, print },
    async execute(command, args, { inputs = {}, quiet = hear, always = false } = {}) {
      const env = files.variables(inputs);
      const heard = always ? new AbortController().signal : signal;
      const code = await runProcess({ command, args, cwd: given.folder, env }, quiet, heard);
      const summary = files.after();
      if (summary !== '')
        parts.core.run({
          kind: 'runner',
          what: { act: 'summary', ...at, text: masked(summary, masks) },
        });
      return code === 0;
    },
  };
  try {
    const steps = job.name === 'apply' ? applySteps : planSteps;
    const good = await steps(tools);
    if (signal.aborted) return 'cancelled';
    return good ? 'success' : 'failure';
  } catch (error) {
    print(`Error: ${error instanceof Error ? error.message : String(error)}`);
    return 'failure';
  } finally {
    files.remove();
  }
}

/** What GitHub's runners tell every step, as far as our jobs read it; nothing of this process's own. */
function variablesOf({ parts, run, job, token }: JobToRun): Record<string, string> {
  return {
    ...{ PATH: parts.path, CI: 'true', GITHUB_ACTIONS: 'true', NO_COLOR: '1' },
    ...{ GITHUB_REPOSITORY: run.repository, GITHUB_SHA: run.sha, GITHUB_REF: run.ref },
    ...{ GITHUB_RUN_ID: String(run.id), GITHUB_RUN_ATTEMPT: String(run.attempt) },
    ...{ GITHUB_JOB: job.name, GITHUB_ACTOR: run.actor, GITHUB_EVENT_NAME: run.event },
    ...{ RUNNER_OS: 'Linux', RUNNER_ENVIRONMENT: 'github-hosted' },
    ACTIONS_ID_TOKEN_REQUEST_URL: parts.tokenUrl(),
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
    ...{ TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' },
    // Practice's own AWS, for whatever the job runs.
    AWS_ENDPOINT_URL: parts.awsUrl,
  };
}
