import type { CiLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { formatMoment } from '@sekisho/words/time';
import type { Part } from './card.ts';
import { type CardOptions, say } from './options.ts';
import { type PlanOnCard, planParts } from './plan-part.ts';
import { stateLockParts } from './state-lock.ts';

/** Which role, for which run of which commit, begun by whom. */
export function ciFacts(lease: CiLease): string[] {
  const { id, accountName, account, role, ref, sha, actor, event } = lease;
  const name = role.slice(role.lastIndexOf('/') + 1);
  return [
    id,
    `${accountName} ${account}`,
    name,
    `${ref} ${sha.slice(0, 7)}`,
    `${actor} (${event})`,
  ];
}

/** The run, until when what was given may still work after the deadline, and what a cut may leave locked. */
export function ciParts(lease: CiLease, options: CardOptions): Part[] {
  const label = say(options.language, 'The run on GitHub', 'GitHub の実行');
  return [
    ...(lease.plan === null ? [] : planParts(planOf(lease.plan), options)),
    { type: 'link', label, url: lease.runUrl },
    ...drainParts(lease, options),
    ...stateLockParts(lease, options),
  ];
}

/** It was kept as the reader of plans made it, whose names for counts and risks the contract leaves open. */
function planOf(plan: NonNullable<CiLease['plan']>): PlanOnCard {
  return plan as unknown as PlanOnCard;
}

function drainParts(lease: CiLease, options: CardOptions): Part[] {
  const { worksUntil, deadline, state, ending } = lease;
  if (worksUntil === null || worksUntil === deadline || isFinal(state)) return [];
  // Whatever else ended it cuts it at once.
  if (ending !== null && ending !== 'deadline') return [];
  const until = formatMoment(new Date(worksUntil), options);
  const text = say(
    options.language,
    `What the job was given works until ${until} at the latest.`,
    `ジョブに渡した権限は、最長で ${until} まで使えます。`,
  );
  return [{ type: 'notice', level: 'information', text, detail: null }];
}
