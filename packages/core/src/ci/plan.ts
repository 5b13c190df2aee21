import {
  type Directories,
  type PlanDiff,
  type PlanSummary,
  planDigest,
  readPlan,
} from '@sekisho/terraform-plan';
import { planProblemText } from '@sekisho/words/plan';
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
  readonly directories?: Directories | undefined;
}

/** Risks that the card tells; the console tells all. */
const mostOnCard = 12;

/**
 * Reads a plan. Errors: `ci-plan-unreadable`.
 * @param providers that may be used; null for all of the public registries
 */
export function seePlan(
  { sha256, json, directories }: SentPlan,
  providers: readonly string[] | null,
): SeenPlan {
  const { plan, problem } = readPlan(json, {
    ...(directories === undefined ? {} : { directories }),
    ...(providers === null ? {} : { providers }),
  });
  if (problem !== null) {
    const says = { en: planProblemText(problem, 'en'), ja: planProblemText(problem, 'ja') };
    throw new AppError('ci-plan-unreadable', { problem: problem.code, says });
  }
  const { summary, diff } = plan;
  const { counts, riskCounts, risks } = summary;
  const facts: PlanFacts = {
    ...{ sha256, digest: planDigest(plan), counts: { ...counts }, riskCounts: { ...riskCounts } },
    risks: risks.slice(0, mostOnCard).map((risk) => ({ ...risk, facts: { ...risk.facts } })),
  };
  return { facts, summary, diff };
}
