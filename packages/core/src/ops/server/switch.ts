import type { Control, LeaseRow, Memo } from '../../leases/index.ts';
import type { OpsCloud } from '../cloud.ts';
import { scopeOf } from '../frozen.ts';
import { wholeSeconds } from '../tags.ts';
import { guarded } from './guarded.ts';
import { secondsSince } from './memo.ts';

interface SwitchScope {
  readonly cloud: OpsCloud;
  readonly control: Control;
}

/** A process that slept in the middle of arming may have put an older time back: looked at soon, then now and then. */
const firstCheckAfterSeconds = 300;
const checkEverySeconds = 3600;
/** A switch this near to its time is left alone. */
const nearSeconds = 120;

/** The dead-man's switch comes before the launch: whatever happens to us then, the server ends. */
export async function arm({ cloud, control }: SwitchScope, lease: LeaseRow): Promise<void> {
  const at = wholeSeconds(lease.hard_maximum);
  if (control.memo.armedFor === at) return;
  await guarded(control, () =>
    cloud.arm(scopeOf(lease), { name: switchName(lease), lease: lease.id, at }),
  );
  await control.remember({ armedFor: at, armedAt: control.now().toISOString(), checkedAt: null });
}

/** Name of a lease's switch; unique because lease ids are. */
export function switchName(lease: Pick<LeaseRow, 'id'>): string {
  return `sekisho-${lease.id}`;
}

/** Whether it is time to see that the switch is still set for what we set it. */
export function isSwitchCheckDue(lease: LeaseRow, memo: Memo, now: Date): boolean {
  if (lease.state !== 'active' || lease.hard_maximum === null) return false;
  if (lease.hard_maximum.getTime() - now.getTime() < nearSeconds * 1000) return false;
  const checked = secondsSince(memo.checkedAt, now);
  if (checked !== null) return checked >= checkEverySeconds;
  const armed = secondsSince(memo.armedAt, now);
  return armed === null || armed >= firstCheckAfterSeconds;
}

/** Sets the switch again when somebody moved or removed it. */
export async function checkSwitch({ cloud, control }: SwitchScope, lease: LeaseRow): Promise<void> {
  const at = wholeSeconds(lease.hard_maximum);
  const name = switchName(lease);
  const standing = await cloud.armedFor(scopeOf(lease), name);
  if (standing === null || Date.parse(standing) !== Date.parse(at)) {
    await guarded(control, () => cloud.arm(scopeOf(lease), { name, lease: lease.id, at }));
  }
  await control.remember({ checkedAt: control.now().toISOString() });
}
