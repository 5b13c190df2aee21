import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeGithub } from '@sekisho/practice/github';
import { inject } from 'vitest';

/** A job of practice's pipeline whose steps are the test's own. */
export interface HeldJob {
  /** A fresh token, as a job gets it from practice's issuer. */
  token(): Promise<string>;
  close(): Promise<void>;
}

/** Begins the apply job of a merged change beside practice, at an issuer with the same keys and no runner. */
export async function holdApplyJob(): Promise<HeldJob> {
  const data = inject('practice').env['SEKISHO_DATA'] ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'sekisho-job-'));
  await cp(join(data, 'github', 'github.json'), join(folder, 'github.json'));
  const github = await startPracticeGithub({
    ...{ port: 0, secret: 'unused', dataDirectory: folder },
    issuer: 'https://github.practice.invalid',
  });
  const who = 'taro-suzuki';
  const { pull } = github.person({ act: 'open-pull', who, title: 'Held' });
  const { run } = github.person({ act: 'merge', who, pull: pull?.number ?? 0 });
  const job = github.beginJob(run?.id ?? 0, 'apply');
  return {
    async token() {
      const audience = encodeURIComponent('https://sekisho.practice.invalid');
      const headers = { authorization: `Bearer ${job.token}` };
      const answer = await fetch(`${job.tokenUrl}&audience=${audience}`, { headers });
      return ((await answer.json()) as { value: string }).value;
    },
    async close() {
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
