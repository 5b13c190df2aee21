import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasAwsCommand, runAws } from '../testing/aws-command.ts';
import { type Scratch, startScratch } from '../testing/scratch.ts';

const hasCli = hasAwsCommand();
if (!hasCli) console.warn('SKIPPED: no aws command on the path');

let scratch: Scratch;
let folder: string;
const aws = (...args: string[]) => runAws(scratch.aws.url, args);

/** A session that began and ended on a new server. */
async function endedSession(): Promise<{ id: string; instanceId: string }> {
  const launched = await aws(
    ...['ec2', 'run-instances', '--count', '1', '--query', 'Instances[].InstanceId'],
    ...['--launch-template', 'LaunchTemplateName=sekisho-ops-server,Version=$Default'],
  );
  const [instanceId = ''] = launched as string[];
  await scratch.control('clock', { advanceMs: 60_000 });
  const opened = await scratch.control('machine', { act: 'open-session', instanceId });
  await scratch.control('clock', { advanceMs: 300_000 });
  const { id } = opened.body as { id: string };
  await scratch.control('machine', { act: 'close-session', sessionId: id });
  return { id, instanceId };
}

describe.skipIf(!hasCli)('the real aws command', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    scratch = await startScratch({ testMode: true });
    folder = mkdtempSync(join(tmpdir(), 'sekisho-s3-'));
  });
  afterAll(async () => {
    await scratch.close();
    rmSync(folder, { recursive: true });
  });

  it('copies a file to S3 and back, lists it, and removes it', async () => {
    const [there, back] = [join(folder, 'there'), join(folder, 'back')];
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 256));
    writeFileSync(there, bytes);
    const place = 's3://practice-backups/a folder/関所 1.bin';
    const quiet = '--quiet';
    await aws('s3', 'cp', quiet, there, place);
    await aws('s3', 'cp', quiet, place, back);
    expect(readFileSync(back).equals(bytes)).toBe(true);
    const listed = ['s3api', 'list-objects-v2', '--bucket', 'practice-backups'];
    expect(await aws(...listed, '--prefix', 'a ')).toMatchObject({
      Contents: [{ Key: 'a folder/関所 1.bin', Size: 3000 }],
    });
    await aws('s3', 'rm', quiet, place);
    expect(await aws(...listed, '--query', 'Contents')).toBeNull();
  });

  it('finds an ended session in the history, its screen in S3 and its commands in the logs', async () => {
    const { id, instanceId } = await endedSession();
    const history = await aws('ssm', 'describe-sessions', '--state', 'History');
    expect(history).toMatchObject({
      Sessions: [{ SessionId: id, Target: instanceId, Status: 'Terminated' }],
    });
    const file = join(folder, 'session.log');
    const recording = `s3://practice-recordings/sessions/222222222222/${id}.log`;
    await aws('s3', 'cp', '--quiet', recording, file);
    expect(readFileSync(file, 'utf8')).toContain('18342');
    const found = await aws(
      ...['logs', 'filter-log-events', '--log-group-name', '/sekisho/ops-servers'],
      ...['--filter-pattern', '"type=EXECVE" psql', '--query', 'events[].logStreamName'],
    );
    expect(found).toEqual([instanceId]);
    const shown = await aws(
      ...['logs', 'get-log-events', '--log-group-name', '/sekisho/sessions'],
      ...['--log-stream-name', id, '--start-from-head', '--query', 'length(events)'],
    );
    expect(shown).toBeGreaterThan(2);
  });
});
