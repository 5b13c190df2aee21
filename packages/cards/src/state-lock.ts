import type { AnyLease, CiLease } from '@sekisho/contract';
import { cutsOff, stateLockText } from '@sekisho/words/leases';
import type { Part } from './card.ts';
import type { CardOptions } from './options.ts';

/** As long before the deadline as people are told first. */
const soonSeconds = 10 * 60;

/** Whether a job has, or had, a role to apply a plan of Terraform with. */
export function appliesPlan(lease: AnyLease): boolean {
  return lease.kind === 'ci-role' && lease.plan !== null && lease.readyAt !== null;
}

/**
 * That a state lock may remain and how to see it: from the first reminder on, and after an end that the job
 * did not choose. Empty where there is nothing to say.
 */
export function stateLockNotice(
  lease: CiLease,
  { language, now }: Pick<CardOptions, 'language' | 'now'>,
): string {
  const { state, deadline, ending } = lease;
  const left = deadline === null ? Infinity : (Date.parse(deadline) - now.getTime()) / 1000;
  const said = state === 'active' ? left <= soonSeconds : cutsOff(ending);
  return said && appliesPlan(lease) ? stateLockText[language] : '';
}

/** The same as a part of a card. */
export function stateLockParts(lease: CiLease, options: CardOptions): Part[] {
  const text = stateLockNotice(lease, options);
  return text === '' ? [] : [{ type: 'notice', level: 'warning', text, detail: null }];
}
