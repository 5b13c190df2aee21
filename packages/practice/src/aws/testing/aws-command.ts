import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Whether this machine has the real command. */
export function hasAwsCommand(): boolean {
  return spawnSync('aws', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Credentials as `aws sts assume-role` prints them. */
export interface Keys {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken?: string;
}

const practiceKeys: Keys = { AccessKeyId: 'practice', SecretAccessKey: 'practice' };

/** Runs the real command against practice and answers what it printed. Errors: its words. */
export async function runAws(url: string, args: readonly string[], keys = practiceKeys) {
  const settings = [
    `AWS_ACCESS_KEY_ID=${keys.AccessKeyId}`,
    `AWS_SECRET_ACCESS_KEY=${keys.SecretAccessKey}`,
    ...(keys.SessionToken === undefined ? [] : [`AWS_SESSION_TOKEN=${keys.SessionToken}`]),
    'AWS_DEFAULT_REGION=ap-northeast-1',
    'AWS_DEFAULT_OUTPUT=json',
    'AWS_MAX_ATTEMPTS=1',
    'AWS_PAGER=',
  ];
  const { stdout } = await execute('env', [...settings, 'aws', '--endpoint-url', url, ...args]);
  return stdout === '' ? null : (JSON.parse(stdout) as unknown);
}
