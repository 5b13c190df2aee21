import { CloudError, type Tried } from '@sekisho/core/cloud';

/** What an answer says about the permission to ask for it. */
export function outcomeOf(action: string, answered: unknown): Tried {
  if (!(answered instanceof CloudError) || answered.failure === 'not-found')
    return { action, outcome: 'allowed', detail: '' };
  const { failure, vendorCode, detail } = answered;
  const outcome = failure === 'denied' ? 'denied' : 'unread';
  return { action, outcome, detail: `${vendorCode}: ${detail}` };
}
