import { Environment } from '@marcbachmann/cel-js';
import { type AskedBudget, budgetsAskedIn } from './budgets/asked-budgets.ts';
import { type BudgetsNow, remainingOf, UnknownBudget } from './budgets/standing.ts';
import type { ConditionFacts } from './config.ts';

export interface CompiledCondition {
  /**
   * Errors: throws when the condition cannot be evaluated on these facts, or is not a boolean;
   * `UnknownBudget` when it hangs on a budget that nobody can tell.
   */
  readonly evaluate: (facts: ConditionFacts) => boolean;
  /** Budgets that it asks for. */
  readonly budgets: readonly AskedBudget[];
  readonly problem: {
    readonly kind: 'syntax' | 'type' | 'slow' | 'computed-budget';
    readonly text: string;
  } | null;
}

const facts = new Environment({
  limits: {
    maxAstNodes: 2000,
    maxDepth: 60,
    maxListElements: 200,
    maxMapEntries: 200,
    maxCallArguments: 16,
  },
})
  .registerVariable({
    name: 'request',
    schema: {
      seconds: 'int',
      reason: 'string',
      ticket: 'string',
      kind: 'string',
      size: 'string',
      permissionSet: 'string',
      repository: 'string',
      purpose: 'string',
      ref: 'string',
      event: 'string',
      actor: 'string',
      destroys: 'int',
      replaces: 'int',
      dangers: 'int',
    },
  })
  .registerVariable({
    name: 'person',
    schema: { id: 'string', role: 'string', groups: 'list<string>', onCall: 'bool' },
  })
  .registerVariable({ name: 'environment', schema: { name: 'string', production: 'bool' } })
  .registerVariable('now', 'google.protobuf.Timestamp');

/** Compiles a CEL condition and says what is wrong with it, if anything is. */
export function compileCondition(text: string): CompiledCondition {
  const own = withBudgets();
  const problem = problemOf(own.environment, text);
  if (problem !== null) {
    const evaluate = () => {
      throw new Error(problem.text);
    };
    return { evaluate, budgets: [], problem };
  }
  const parsed = own.environment.parse(text);
  const { asked, computed } = budgetsAskedIn(parsed.ast);
  return {
    evaluate: (facts) => own.during(facts.budgets, () => asBoolean(parsed(celFacts(facts)))),
    budgets: asked,
    problem: computed ? { kind: 'computed-budget', text: '' } : null,
  };
}

/** Functions are given their arguments and nothing else: what they look at is held while one condition runs. */
function withBudgets() {
  let budgets: BudgetsNow | null = null;
  const now: BudgetsNow = (name) => budgets?.(name) ?? { problem: 'unknown' };
  const during = <T>(given: BudgetsNow, work: () => T): T => {
    budgets = given;
    try {
      return work();
    } finally {
      budgets = null;
    }
  };
  const environment = facts
    .clone()
    .registerFunction('budget(string): double', (name: string) => remainingOf(now, name))
    .registerFunction('budgetKnown(string): bool', (name: string) => isKnown(now, name));
  return { environment, during };
}

function isKnown(budgets: BudgetsNow, name: string): boolean {
  try {
    remainingOf(budgets, name);
    return true;
  } catch (error) {
    if (error instanceof UnknownBudget) return false;
    throw error;
  }
}

function problemOf(environment: Environment, text: string): CompiledCondition['problem'] {
  // Patterns run on the requester's words in a backtracking engine: a repeated repetition can take for ever.
  if (/matches\s*\(/.test(text) && /\([^)]*[+*}][^)]*\)\s*[+*{]/.test(text)) {
    return { kind: 'slow', text: 'a repetition inside a repeated group' };
  }
  const checked = environment.check(text);
  if (!checked.valid) return { kind: 'syntax', text: firstLine(checked.error) };
  const type = String(checked.type);
  return type === 'bool' || type === 'dyn' ? null : { kind: 'type', text: type };
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}

/** CEL's integers are 64 bits wide. */
function celFacts(facts: ConditionFacts) {
  const { seconds, destroys, replaces, dangers } = facts.request;
  const request = {
    ...facts.request,
    seconds: BigInt(Math.round(seconds)),
    ...{ destroys: BigInt(destroys), replaces: BigInt(replaces), dangers: BigInt(dangers) },
  };
  const { person, environment, now } = facts;
  return { request, person: { ...person, groups: [...person.groups] }, environment, now };
}

function asBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error('the condition is neither true nor false');
  return value;
}
