import type { ViewProblemFacts } from './view-facts.ts';

type Nothing = Record<never, never>;

/** Facts of what may be wrong with `services/**` besides what OpenSLO itself asks of its documents. */
export interface SloProblemFacts
  extends FileProblemFacts,
    SourceProblemFacts,
    IndicatorProblemFacts,
    AlertProblemFacts,
    ServiceProblemFacts,
    ViewProblemFacts {}

/** Files of the folder that cannot be read. */
export interface FileProblemFacts {
  readonly 'file-unreadable': { detail: string };
  readonly 'link-not-followed': Nothing;
  readonly 'not-a-file': Nothing;
  readonly 'folder-too-deep': { maximum: number };
  readonly 'too-many-files': { maximum: number };
  readonly 'files-too-large': { maximumBytes: number };
}

export interface SourceProblemFacts {
  readonly 'source-kind': { value: string; known: readonly string[] };
  readonly 'fields-of-fixed-format': { format: string; free: readonly string[] };
  readonly 'source-unsaid': { type: string; known: readonly string[] };
  readonly 'source-inline': Nothing;
  readonly 'other-type': { type: string; source: string; kind: string };
  readonly 'several-sources': { first: string; second: string };
}

export interface IndicatorProblemFacts {
  readonly 'logs-need-ratio': Nothing;
  readonly 'query-unfit': { kind: string; forms: readonly string[] };
  readonly 'raw-type': { right: 'success' | 'failure' };
  readonly 'wrong-half': { key: string; part: string };
  readonly 'not-a-counter': Nothing;
  readonly 'part-without-indicator': Nothing;
  readonly 'parts-count-differently': Nothing;
  readonly 'same-part': { name: string };
  readonly 'unsuitable-window': { value: string };
  readonly 'unsuitable-slice': { value: string };
  readonly 'unusable-objective': Nothing;
  readonly 'same-slo': { id: string; first: string };
}

export interface AlertProblemFacts {
  readonly 'dead-tier': DeadTier;
  readonly 'tier-share': { tier: string; share: string };
  readonly 'tier-windows': { tier: string; long: string; short: string };
  readonly 'tier-over-window': { tier: string; long: string; window: string };
  readonly 'alerts-twice': { annotation: string };
}

/** Why a tier never fires, in arithmetic; shares in percent. */
export interface DeadTier {
  readonly tier: string;
  readonly long: string;
  readonly share: string;
  readonly factor: string;
  readonly budget: string;
  readonly threshold: string;
  readonly aliveAbove: string;
  readonly livingShare: string;
}

export interface ServiceProblemFacts {
  readonly 'unknown-annotation': { key: string; known: readonly string[] };
  readonly 'bad-annotation': { value: string; like: string };
  readonly 'role-nobody-has': { role: string };
  readonly 'service-undeclared': { service: string };
  readonly 'service-unowned': { service: string };
  readonly 'repositories-unheard': { service: string; repositories: readonly string[] };
  readonly 'unused-key': { key: string };
  readonly 'unused-document': { kind: string; name: string };
  readonly 'unused-target': Nothing;
  readonly 'unused-adjustment': Nothing;
}
