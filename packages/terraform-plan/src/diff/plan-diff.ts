import type { PlanAction } from '../reading/action.ts';

/** A value as it may be shown. */
export type Shown =
  | { readonly kind: 'absent' | 'sensitive' | 'unknown' }
  /** `cut`: how many characters of it are not shown. */
  | { readonly kind: 'text'; readonly text: string; readonly cut: number };

export interface DiffLine {
  /** `…`: so many lines that are the same; `⋮`: so many that are not shown, the same or not. */
  readonly sign: ' ' | '+' | '-' | '…' | '⋮';
  readonly text: string;
  /** How many characters of it are not shown; unsaid where it is whole. */
  readonly cut?: number;
}

export interface AttributeDiff {
  /** `ingress.0.cidr_blocks.0`. */
  readonly path: string;
  readonly before: Shown;
  readonly after: Shown;
  /** This attribute is why the object is replaced. */
  readonly forcesReplace: boolean;
  /** Line by line, where the values have several lines, or are JSON in a string. */
  readonly lines: readonly DiffLine[] | null;
}

export interface ResourceDiff {
  readonly address: string;
  readonly type: string;
  readonly mode: 'managed' | 'data' | 'other';
  readonly action: PlanAction;
  /** Terraform's own word for why, such as `replace_because_tainted`. */
  readonly reason: string | null;
  readonly previousAddress: string | null;
  readonly imported: boolean;
  readonly deposed: boolean;
  readonly attributes: readonly AttributeDiff[];
  /** Attributes that changed and are not listed, for want of room. */
  readonly leftOut: number;
}

export interface OutputDiff {
  readonly name: string;
  readonly action: PlanAction;
  readonly attributes: readonly AttributeDiff[];
  readonly leftOut: number;
}

/** What a plan changes, without anything sensitive, and no larger than its limits. */
export interface PlanDiff {
  readonly resources: readonly ResourceDiff[];
  readonly outputs: readonly OutputDiff[];
  /** What had changed outside Terraform before the plan: no part of what is approved. */
  readonly drift: readonly ResourceDiff[];
}

/** How much of a plan is shown; what is over is counted. */
export const diffLimits = {
  attributes: 200,
  text: 2000,
  lines: 200,
  /** Characters of one line. */
  line: 500,
  /** Characters of all attributes together; resources beyond it keep their address and action. */
  whole: 4 * 1024 * 1024,
} as const;
