import { CloudError, type Tried } from '@sekisho/core/cloud';
import { isAllowed } from './dry-run.ts';

/** What an answer says about the permission to ask for it. */
export function outcomeOf(action: string, answered: unknown): Tried {
  if (!(answered instanceof CloudError) || answered.failure === 'not-found')
    return { action, outcome: 'allowed', detail: '' };
  const { failure, vendorCode, detail } = answered;
  const outcome = failure === 'denied' ? 'denied' : 'unread';
  return { action, outcome, detail: `${vendorCode}: ${detail}` };
}

/** The same of a dry run, of which any answer that is no failure says that it was done. */
export function outcomeOfDryRun(action: string, answered: unknown): Tried {
  if (isAllowed(answered)) return outcomeOf(action, null);
  if (answered instanceof CloudError) return outcomeOf(action, answered);
  return { action, outcome: 'not-dry', detail: '' };
}
