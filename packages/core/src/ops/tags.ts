import type { LeaseRow } from '../leases/index.ts';
import type { OpsInstance } from './cloud.ts';

export const tagKeys = {
  installation: 'sekisho:installation',
  lease: 'sekisho:lease',
  holder: 'sekisho:holder',
  environment: 'sekisho:environment',
  hardMaximum: 'sekisho:hard-maximum',
  reason: 'sekisho:reason',
  /** Written by the instance itself, the only tag that it may write. */
  heartbeat: 'sekisho:heartbeat',
} as const;

/** Tags that a lease's server bears from its first moment. */
export function launchTags(installation: string, lease: LeaseRow): Record<string, string> {
  return {
    Name: `sekisho-${lease.id}`,
    [tagKeys.installation]: installation,
    [tagKeys.lease]: lease.id,
    [tagKeys.environment]: lease.environment,
    [tagKeys.reason]: tagValue(lease.reason),
    ...changingTags(lease),
  };
}

/**
 * Whether an instance was launched for the lease that its tag names: tags are easily copied, the
 * client token `<lease>-<attempt>` is not. Whatever else bears our tags is the sweep's to report.
 */
export function isOfLaunch({ clientToken, tags }: OpsInstance): boolean {
  return clientToken?.startsWith(`${tags[tagKeys.lease] ?? ''}-`) ?? false;
}

/** Tags that follow the lease while it lives. */
export function changingTags(lease: Pick<LeaseRow, 'holder' | 'hard_maximum'>) {
  return {
    [tagKeys.holder]: lease.holder,
    [tagKeys.hardMaximum]: wholeSeconds(lease.hard_maximum),
  };
}

/** ISO 8601 without fractions: schedules know only whole seconds. */
export function wholeSeconds(date: Date | null): string {
  return date === null ? '' : date.toISOString().replace(/\.\d+Z$/, 'Z');
}

const tagValueLength = 256;

/**
 * Tag values take letters of any script, digits, spaces and `_.:/=+-@`, at most 256 characters.
 * Source: "Tag restrictions" in the Amazon EC2 User Guide, which does not say what it counts as one:
 * we count UTF-16 units, of which there are never fewer.
 */
function tagValue(text: string): string {
  // Composed, because a dakuten of its own (か + ゙) is no letter.
  const allowed = text.normalize('NFC').replace(/[^\p{L}\p{N}\p{Z}_.:/=+\-@]/gu, ' ');
  const cut = allowed.slice(0, tagValueLength);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
