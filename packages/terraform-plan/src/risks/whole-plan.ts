import type { Change } from '../reading/change.ts';
import type { RawPlan } from '../reading/format.ts';
import { memberOf } from '../reading/plain.ts';
import { visibleName } from '../reading/visible.ts';
import { type Risk, risk } from './risk.ts';

/** What is said about the plan as a whole: it failed, it is only a part, its checks do not hold. */
export function wholeRisks(raw: RawPlan, deferred: readonly Change[]): readonly Risk[] {
  const about = (code: Risk['code'], severity: Risk['severity'], facts: Risk['facts'] = {}) => {
    return { code, severity, address: '', facts };
  };
  return [
    ...(raw.errored === true ? [about('plan-errored', 'danger')] : []),
    ...(raw.complete === false ? [about('plan-incomplete', 'warning')] : []),
    ...deferred.map((change, index) => {
      const reason = visibleName(raw.deferred_changes?.[index]?.reason ?? '', 60);
      return risk(change, 'deferred', 'warning', { reason });
    }),
    ...checkRisks(raw),
    ...actionsIn(raw).map(
      (one): Risk => ({
        ...{ code: 'action-invoked', severity: 'warning', facts: {} },
        address: visibleName(String(memberOf(one, 'address') ?? '')),
      }),
    ),
  ];
}

/** Actions that a plan invokes, also those that are put off. */
export function actionsIn(raw: RawPlan): readonly unknown[] {
  return [...(raw.action_invocations ?? []), ...(raw.deferred_action_invocations ?? [])];
}

/** Messages of checks are left out: they may say what nobody marked as sensitive. */
function checkRisks({ checks }: RawPlan): readonly Risk[] {
  return (checks ?? [])
    .filter(({ status }) => status !== 'pass')
    .map(({ address, status, instances }): Risk => {
      const name = memberOf(address, 'to_display') ?? memberOf(address, 'name') ?? '';
      const failed = (instances ?? []).filter((one) => one.status !== 'pass').length;
      return {
        code: 'check-failed',
        severity: status === 'unknown' ? 'note' : 'warning',
        address: visibleName(String(name)),
        facts: { status: visibleName(status, 40), count: String(failed) },
      };
    });
}
