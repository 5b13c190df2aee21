/** Why a plan could not be read; nothing of it may then be approved. */
export type PlanProblem =
  | { readonly code: 'too-large'; readonly limit: number }
  | { readonly code: 'not-json' }
  | { readonly code: 'too-deep'; readonly limit: number }
  | { readonly code: 'not-a-plan'; readonly path: string }
  | { readonly code: 'wrong-version'; readonly version: string }
  | { readonly code: 'bad-shape'; readonly path: string }
  | { readonly code: 'unknown-action'; readonly address: string; readonly actions: string }
  | { readonly code: 'repeated-address'; readonly address: string };

export type PlanProblemCode = PlanProblem['code'];

/** Carries a problem out of the depth of the reading; never leaves this package. */
export class Unreadable extends Error {
  readonly problem: PlanProblem;

  constructor(problem: PlanProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
