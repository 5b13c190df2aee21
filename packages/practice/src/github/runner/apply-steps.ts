import { rmSync } from 'node:fs';
import { askAws } from './ask-aws.ts';
import { terraformIn } from './plan-steps.ts';
import type { StepTools } from './step-tools.ts';

/** Borrows the strong role for the plan that was kept, verifies it, applies it, and gives the role back. */
export async function applySteps(tools: StepTools): Promise<boolean> {
  const { parts, print, run, execute, files } = tools;
  const [command = '', ...args] = parts.action;
  const plan = `run-${run.id}-tfplan`;
  const inputs = {
    ...{ url: parts.sekishoUrl(), purpose: parts.purpose, region: parts.region },
    audience: parts.audience,
    ...{ plan, 'plan-json': `run-${run.id}-plan.json`, mode: 'env', wait: '30m' },
  };
  print('Run sekisho/action');
  const lent = await execute(command, args, { inputs });
  const applied = lent && (await verified()) && (await apply(tools, plan));
  // GitHub runs it whatever became of the steps before.
  print('Post Run sekisho/action');
  await execute(command, args, { inputs, always: true });
  rmSync(files.temp, { recursive: true, force: true });
  return applied;

  function verified(): Promise<boolean> {
    print('Run sekisho/action verify');
    const sha256 = files.output('plan-sha256');
    return execute(command, args, { inputs: { do: 'verify', plan, sha256 } });
  }
}

async function apply(tools: StepTools, plan: string): Promise<boolean> {
  const { parts, print, execute } = tools;
  if (!(await callAws(tools))) return false;
  const binary = terraformIn(parts.path);
  if (binary !== null) return execute(binary, ['apply', '-input=false', '-no-color', plan]);
  print('Neither terraform nor tofu is on this machine: nothing is applied but the calls above.');
  return true;
}

/** Asks AWS who the job is now: the plan's own resources need no provider, so this shows that the keys work. */
async function callAws({ files, parts, print }: StepTools): Promise<boolean> {
  const env = files.variables({});
  const keys = {
    accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    sessionToken: env['AWS_SESSION_TOKEN'] ?? '',
  };
  const at = { endpoint: parts.awsUrl, service: 'sts', region: parts.region, now: new Date() };
  const form = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
  const { status, body } = await askAws(at, keys, form);
  const arn = /<Arn>([^<]+)<\/Arn>/.exec(body)?.[1];
  print(arn === undefined ? `AWS refused the keys: ${status}` : `AWS says that this job is ${arn}`);
  return arn !== undefined;
}
