import type { Change, OutputChange } from './reading/change.ts';
import type { RawPlan } from './reading/format.ts';
import { visibleName } from './reading/visible.ts';
import { worstFirst } from './risks/find-risks.ts';
import type { Risk, Severity } from './risks/risk.ts';
import { actionsIn } from './risks/whole-plan.ts';

export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  readonly read: number;
  readonly noOp: number;
  readonly import: number;
  readonly move: number;
  readonly forget: number;
  /** Outputs that change. */
  readonly outputs: number;
  /** Actions that are invoked besides the changes. */
  readonly actions: number;
  /** Objects that had changed outside Terraform: told, and no part of what the plan does. */
  readonly drift: number;
}

/** What whoever approves a plan has to know of it, without anything sensitive. */
export interface PlanSummary {
  readonly formatVersion: string;
  /** Of Terraform or OpenTofu; empty where the plan does not say. */
  readonly toolVersion: string;
  readonly counts: PlanCounts;
  /** The plan as Terraform says of itself that it changes nothing. */
  readonly empty: boolean;
  /** The worst first, at most `mostRisks`. */
  readonly risks: readonly Risk[];
  /** How many there are of each, shown or not. */
  readonly riskCounts: Readonly<Record<Severity, number>>;
}

/** Risks that a summary lists; the worst are kept. */
export const mostRisks = 1000;

export function summarise(
  raw: RawPlan,
  changes: readonly Change[],
  more: {
    readonly outputs: readonly OutputChange[];
    readonly drift: readonly Change[];
    readonly risks: readonly Risk[];
  },
): PlanSummary {
  const counts = countsOf(changes, { ...more, actions: actionsIn(raw).length });
  const { create, update, replace, delete: gone, forget, move, outputs, read, actions } = counts;
  const riskCounts = { danger: 0, warning: 0, note: 0 };
  for (const { severity } of more.risks) riskCounts[severity] += 1;
  return {
    formatVersion: raw.format_version,
    toolVersion: visibleName(raw.terraform_version ?? '', 40),
    counts,
    empty:
      create +
        update +
        replace +
        gone +
        forget +
        move +
        outputs +
        read +
        actions +
        counts.import ===
      0,
    risks: worstFirst(more.risks).slice(0, mostRisks),
    riskCounts,
  };
}

function countsOf(
  changes: readonly Change[],
  {
    outputs,
    actions,
    drift,
  }: {
    readonly outputs: readonly OutputChange[];
    readonly actions: number;
    readonly drift: readonly Change[];
  },
): PlanCounts {
  const of = (action: Change['action']) => changes.filter((one) => one.action === action).length;
  return {
    create: of('create'),
    update: of('update'),
    replace: of('replace'),
    delete: of('delete'),
    read: of('read'),
    noOp: of('no-op'),
    import: changes.filter(({ imported }) => imported).length,
    move: changes.filter(({ previousAddress }) => previousAddress !== null).length,
    forget: of('forget'),
    outputs: outputs.filter(({ action }) => action !== 'no-op').length,
    actions,
    drift: drift.filter(({ action }) => action !== 'no-op').length,
  };
}
