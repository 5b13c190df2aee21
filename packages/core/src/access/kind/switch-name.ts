import { createHash } from 'node:crypto';
import type { TargetRow } from '../../leases/index.ts';

/** Name of a target's schedule: at most 64 characters of `[0-9a-zA-Z-_.]`, whatever its key holds. */
export function switchName({ key }: Pick<TargetRow, 'key'>): string {
  return `sekisho-access-${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
}
