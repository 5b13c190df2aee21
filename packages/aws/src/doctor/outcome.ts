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

/** From worst to best, of what IAM says; whatever else counts as nothing known. */
const severity: readonly Tried['outcome'][] = [
  ...(['denied', 'unsure', 'unread', 'no-role', 'no-dry-run'] as const),
];

/** What is known of an action that was asked about for several things: the worst of it. */
export function worstOf(action: string, all: readonly Tried[]): Tried {
  const own = all.filter((one) => one.action === action);
  const worst = severity.flatMap((outcome) => own.find((one) => one.outcome === outcome) ?? []);
  return worst[0] ?? own[0] ?? { action, outcome: 'no-dry-run', detail: '' };
}

/** The action in `… is not authorized to perform: ACTION on resource: …`. */
export function blameIn(detail: string): string | null {
  return /perform: ([\w-]+:\w+)/.exec(detail)?.[1] ?? null;
}
