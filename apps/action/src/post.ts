import { rmSync } from 'node:fs';
import { tellError } from './failure.ts';
import { askJobToken } from './job-token.ts';
import { removeProfile } from './profile.ts';
import type { Runner } from './runner.ts';
import { Later, openSekisho } from './sekisho.ts';
import { type Language, textOf } from './texts.ts';
import { readTold } from './told.ts';

const mostTries = 4;

/** Tells what Sekisho said meanwhile, gives the lease back and takes away what was written; the job's result stays what it was. */
export async function post({ core, tokens, sleep }: Runner): Promise<void> {
  const lease = core.getState('lease');
  const [profile, config, folder] = ['profile', 'config', 'folder'].map((name) =>
    core.getState(name),
  );
  if (profile && config) removeProfile(config, profile);
  const told = folder ? readTold(folder) : [];
  if (folder) rmSync(folder, { recursive: true, force: true });
  if (lease === '') return;
  const job = JSON.parse(core.getState('job')) as Record<'url' | 'audience' | 'page', string> & {
    language: Language;
  };
  if (told.length > 0) core.warning(textOf(job.language, 'told', { told: told.join('\n') }));
  const sekisho = openSekisho(job.url, job.language);
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        const token = await askJobToken(tokens, job.audience);
        core.setSecret(token);
        await sekisho.finish(token, lease);
        break;
      } catch (error) {
        if (!(error instanceof Later) || tries === mostTries) throw error;
        await sleep(1000 * 2 ** tries);
      }
    }
    core.info(textOf(job.language, 'returned', { lease }));
  } catch (error) {
    const why = tellError(error, job.language);
    core.warning(textOf(job.language, 'not-returned', { lease, why, url: job.page }));
  }
}
