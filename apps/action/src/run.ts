import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inputs } from './inputs.ts';
import { askJobToken } from './job-token.ts';
import { obtain } from './obtain.ts';
import { readPlan } from './plan-file.ts';
import { addProfile } from './profile.ts';
import type { Answer, Credentials } from './read-answer.ts';
import type { Runner } from './runner.ts';
import { openSekisho, type Plan } from './sekisho.ts';
import { textOf } from './texts.ts';
import { waitForLease } from './wait-for-lease.ts';

/** Asks for the lease, waits for it, and hands the job what it gives. Errors: `Failure`, `Refused`. */
export async function run(inputs: Inputs, runner: Runner): Promise<void> {
  const { core, language } = { core: runner.core, language: inputs.language };
  const say = (key: Parameters<typeof textOf>[1], params = {}) => textOf(language, key, params);
  const plan = inputs.plan === null ? null : await readPlan(inputs.plan, runner.env);
  core.setOutput('plan-sha256', plan?.sha256 ?? '');
  if (plan?.directories === null && inputs.plan?.base) core.warning(say('no-base'));
  const sekisho = openSekisho(inputs.url, language);
  const short = plan === null ? null : { ...plan, json: null, directories: null };
  let known = '';
  const answer = await waitForLease({
    ...{ url: inputs.url, waitSeconds: inputs.waitSeconds },
    ...{ now: runner.now, sleep: runner.sleep, random: Math.random },
    async ask(seconds) {
      const token = await askJobToken(runner.tokens, inputs.audience);
      core.setSecret(token);
      // What the plan says is long: once is enough.
      const question = { purpose: inputs.purpose, plan: known === '' ? plan : short };
      return sekisho.exchange(token, question, seconds);
    },
    onTrouble: (why) => core.warning(say('not-reached-yet', { why })),
    onNews(news, waitedSeconds) {
      const page = news.url ?? `${inputs.url}/leases/${news.lease}`;
      if (known === '') keep(inputs, runner, news, page);
      if (known === '' && news.state === 'requested') core.notice(say('waiting', { url: page }));
      known = news.lease;
      const minutes = Math.round(waitedSeconds / 60);
      const since = minutes === 0 ? '' : ` ${say('waited', { minutes: String(minutes) })}`;
      core.info(`${news.state}: ${news.message}${since}`);
    },
  });
  const credentials = await obtain(answer, { ...runner, ...inputs });
  if (credentials === null) return;
  await handOver(inputs, runner, { answer, credentials, plan: short });
  const role = answer.role?.arn ?? answer.lease;
  core.info(say('lent', { deadline: answer.deadline ?? credentials.expiresAt, role }));
}

/** What the post step needs, whatever becomes of this one. */
function keep(inputs: Inputs, { core }: Runner, first: Answer, page: string): void {
  const { url, audience, language, purpose } = inputs;
  core.saveState('lease', first.lease);
  core.saveState('job', JSON.stringify({ url, audience, language, page }));
  core.setOutput('lease', first.lease);
  core.setOutput('url', page);
  const title = textOf(language, 'summary-title', { purpose });
  core.summary.addHeading(title, 3).addRaw(`${first.message} `).addLink(first.lease, page);
}

interface Lent {
  readonly answer: Answer;
  readonly credentials: Credentials;
  readonly plan: Plan | null;
}

/** Masked before anything else is done with them. */
async function handOver(inputs: Inputs, runner: Runner, lent: Lent): Promise<void> {
  const { core } = runner;
  const { answer, credentials } = lent;
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = credentials;
  for (const secret of [accessKeyId, secretAccessKey, sessionToken]) core.setSecret(secret);
  core.setOutput('expiration', answer.deadline ?? expiresAt);
  const account = /^arn:[\w-]+:iam::(\d{12}):/.exec(answer.role?.arn ?? '')?.[1];
  if (account !== undefined) core.setOutput('aws-account-id', account);
  if (answer.role !== null) core.setOutput('authenticated-arn', answer.role.arn);
  const region = inputs.region ?? answer.role?.region ?? null;
  if (region !== null) {
    core.exportVariable('AWS_REGION', region);
    core.exportVariable('AWS_DEFAULT_REGION', region);
  }
  if (inputs.mode !== 'env') return writeProfile(inputs, runner, lent.plan, region);
  core.exportVariable('AWS_ACCESS_KEY_ID', accessKeyId);
  core.exportVariable('AWS_SECRET_ACCESS_KEY', secretAccessKey);
  core.exportVariable('AWS_SESSION_TOKEN', sessionToken);
  if (inputs.outputCredentials) outputCredentials(runner, credentials);
  core.notice(textOf(inputs.language, 'env-ends', { at: expiresAt }));
}

function outputCredentials({ core }: Runner, credentials: Credentials): void {
  core.setOutput('aws-access-key-id', credentials.accessKeyId);
  core.setOutput('aws-secret-access-key', credentials.secretAccessKey);
  core.setOutput('aws-session-token', credentials.sessionToken);
  core.setOutput('aws-expiration', credentials.expiresAt);
}

/** The profile asks anew whenever credentials are needed: no secret is written anywhere. */
function writeProfile(
  inputs: Inputs,
  runner: Runner,
  plan: Plan | null,
  region: string | null,
): void {
  const { core } = runner;
  const { url, audience, purpose, language, sessionSeconds } = inputs;
  const folder = join(runner.temp, `sekisho-${randomUUID()}`);
  const question = join(folder, 'question.json');
  const asked = { url, audience, purpose, language, plan, sessionSeconds, region };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  core.saveState('folder', folder);
  writeFileSync(question, JSON.stringify(asked), { mode: 0o600 });
  const command = [...runner.program, 'credentials', question];
  addProfile({ path: runner.awsConfig, name: inputs.profile, region, command });
  core.saveState('profile', inputs.profile);
  core.saveState('config', runner.awsConfig);
  if (inputs.mode === 'profile') return;
  core.exportVariable('AWS_PROFILE', inputs.profile);
  // Keys in the environment would be taken before any profile.
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
    if (runner.env[name]) core.exportVariable(name, '');
}
