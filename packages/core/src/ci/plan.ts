import { type PlanDiff, type PlanSummary, planDigest, readPlan } from '@sekisho/terraform-plan';
import { AppError } from '../platform/app-error.ts';
import type { PlanFacts } from './plan-facts.ts';

/** A plan as it was sent, read and masked. */
export interface SeenPlan {
  readonly facts: PlanFacts;
  readonly summary: PlanSummary;
  readonly diff: PlanDiff;
}

/** What a job sends of its plan. */
export interface SentPlan {
  readonly sha256: string;
  readonly json?: unknown;
}

/** Risks that the card tells; the console tells all. */
const mostOnCard = 12;

/** Reads a plan. Errors: `ci-plan-unreadable`. */
export function seePlan({ sha256, json }: SentPlan): SeenPlan {
  const { plan, problem } = readPlan(json);
  if (problem !== null) {
    const part = 'path' in problem ? problem.path : 'address' in problem ? problem.address : '';
    throw new AppError('ci-plan-unreadable', { problem: problem.code, part });
  }
  const { summary, diff } = plan;
  const { counts, riskCounts, risks } = summary;
  const facts: PlanFacts = {
    ...{ sha256, digest: planDigest(plan), counts: { ...counts }, riskCounts: { ...riskCounts } },
    risks: risks.slice(0, mostOnCard).map((risk) => ({ ...risk, facts: { ...risk.facts } })),
  };
  return { facts, summary, diff };
}
