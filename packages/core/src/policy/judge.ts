import { type Config, type PolicyConfig, type StepUp, UnknownBudget } from '@sekisho/config';
import type { ApprovalRule } from '@sekisho/contract';
import { approversMeant, isTrustedBy } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Ask, Moment } from './ask.ts';
import { factsOf, isAbout, isFor } from './asked.ts';
import { type ShortBudget, shortBudgets } from './short-budgets.ts';

export type { Ask, Moment, Place } from './ask.ts';

export interface TraceLine {
  readonly rule: string;
  readonly result:
    | 'not-for-them'
    | 'not-here'
    | 'condition-false'
    | 'condition-failed'
    /** It hangs on an error budget that nobody can tell. */
    | 'budget-unknown'
    /** Its condition would hold, were all of an error budget left. */
    | 'budget-low'
    | 'denies'
    | 'decides';
}

/** What policy says of one ask at one moment. */
export interface Judgement {
  readonly allowed: boolean;
  /** Why not; null when allowed. */
  readonly refusal: AppError | null;
  readonly rule: string | null;
  /** Longest lease in seconds, of the rule and the environment. */
  readonly maximumSeconds: number;
  readonly approval: ApprovalRule;
  readonly mayBreakGlass: boolean;
  /** What whoever breaks the glass must have shown within minutes; null: nothing. */
  readonly breakGlassStepUp: StepUp | null;
  /** Error budgets for want of which a rule did not lend, up to the rule that decided. */
  readonly budgets: readonly ShortBudget[];
  readonly trace: readonly TraceLine[];
}

const nobody = { count: 0, from: [], people: [] };

/**
 * Judges an ask by the rules in the order they are written: the first rule that is for this
 * person, kind and environment and whose condition holds decides. No rule, or a condition that
 * fails, denies. How long it may be is for the caller to compare with `maximumSeconds`.
 */
export function judge(config: Config, ask: Ask, moment: Moment): Judgement {
  const trace: TraceLine[] = [];
  const short: ShortBudget[] = [];
  if (ask.person.isDeactivated === true && config.directory?.refusesDeactivated === true) {
    const refusal = new AppError('policy-refused', { environment: ask.place.name });
    return refused(ask, null, refusal, { trace, short });
  }
  for (const policy of config.policies) {
    const result = consider(config, policy, ask, moment);
    short.push(...result.short);
    trace.push({ rule: policy.id, result: result.line });
    if (result.failure !== null) return refused(ask, policy.id, result.failure, { trace, short });
    if (result.line === 'denies') break;
    if (result.line === 'decides')
      return { ...granted(config, policy, ask, moment.now), budgets: short, trace };
  }
  const { name: environment } = ask.place;
  const [first] = short;
  const refusal =
    first === undefined
      ? new AppError('policy-refused', { environment })
      : new AppError('budget-low', { environment, ...first });
  const denying = trace.find(({ result }) => result === 'denies')?.rule ?? null;
  return refused(ask, denying, refusal, { trace, short });
}

interface Considered {
  readonly line: TraceLine['result'];
  readonly short: readonly ShortBudget[];
  readonly failure: AppError | null;
}

function consider(config: Config, policy: PolicyConfig, ask: Ask, moment: Moment): Considered {
  const plain = (line: TraceLine['result']) => ({ line, short: [], failure: null });
  if (!policy.who.some((selector) => isFor(config, ask, selector, moment.now)))
    return plain('not-for-them');
  if (!isAbout(policy, ask)) return plain('not-here');
  const acts = policy.effect === 'deny' ? 'denies' : 'decides';
  if (policy.condition === null) return plain(acts);
  const facts = factsOf(config, ask, moment);
  try {
    const holds = policy.condition(facts);
    const short = shortBudgets(policy, facts, holds);
    if (holds) return { ...plain(acts), short };
    return { ...plain(short.length > 0 ? 'budget-low' : 'condition-false'), short };
  } catch (error) {
    return failed(policy, error);
  }
}

function failed({ id: rule }: PolicyConfig, error: unknown): Considered {
  if (error instanceof UnknownBudget) {
    const { budget, problem } = error;
    const failure = new AppError('budget-unknown', { rule, budget, problem });
    return { line: 'budget-unknown', short: [], failure };
  }
  const problem = error instanceof Error ? error.message : '';
  const failure = new AppError('policy-broken', { rule, problem });
  return { line: 'condition-failed', short: [], failure };
}

function granted(
  config: Config,
  policy: PolicyConfig,
  ask: Ask,
  now: Date,
): Omit<Judgement, 'budgets' | 'trace'> {
  const { count, from, stepUp } = policy.approval;
  const shown = stepUp === undefined ? {} : { stepUp };
  const approvers = approversMeant(config, from, ask.person.id, now);
  return {
    allowed: true,
    refusal: null,
    rule: policy.id,
    maximumSeconds: Math.min(ask.place.maximumSeconds, policy.maximumSeconds ?? Infinity),
    approval: count === 0 ? nobody : { count, from: [...from], people: approvers, ...shown },
    mayBreakGlass: isTrustedBy(config, ask.person, policy.breakGlass, now),
    breakGlassStepUp: policy.breakGlassStepUp,
  };
}

function refused(
  ask: Ask,
  rule: string | null,
  refusal: AppError,
  {
    trace,
    short,
  }: { readonly trace: readonly TraceLine[]; readonly short: readonly ShortBudget[] },
): Judgement {
  const { maximumSeconds } = ask.place;
  const never = { mayBreakGlass: false, breakGlassStepUp: null };
  const rest = { approval: nobody, ...never, maximumSeconds, budgets: short, trace };
  return { allowed: false, refusal, rule, ...rest };
}
