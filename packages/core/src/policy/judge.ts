import type {
  ConditionFacts,
  Config,
  EnvironmentConfig,
  PersonConfig,
  PolicyConfig,
} from '@sekisho/config';
import type { LeaseKindName } from '@sekisho/contract';
import { approversMeant, isMeant } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';

/** What someone would like to have. */
export interface Ask {
  readonly person: PersonConfig;
  readonly kind: LeaseKindName;
  readonly environment: EnvironmentConfig;
  readonly seconds: number;
  readonly reason: string;
  readonly ticket: string | null;
  readonly size: string;
}

export interface TraceLine {
  readonly rule: string;
  readonly result:
    | 'not-for-them'
    | 'not-here'
    | 'condition-false'
    | 'condition-failed'
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
  readonly approval: { readonly count: number; readonly from: string[]; readonly people: string[] };
  readonly mayBreakGlass: boolean;
  readonly trace: readonly TraceLine[];
}

const nobody = { count: 0, from: [], people: [] };

/**
 * Judges an ask by the rules in the order they are written: the first rule that is for this
 * person, kind and environment and whose condition holds decides. No rule, or a condition that
 * fails, denies. How long it may be is for the caller to compare with `maximumSeconds`.
 */
export function judge(config: Config, ask: Ask, now: Date): Judgement {
  const trace: TraceLine[] = [];
  for (const policy of config.policies) {
    const result = consider(config, policy, ask, now);
    trace.push({ rule: policy.id, result: result.line });
    if (result.line === 'condition-failed') {
      const facts = { rule: policy.id, problem: result.problem ?? '' };
      return refused(ask, policy.id, new AppError('policy-broken', facts), trace);
    }
    if (result.line === 'denies') break;
    if (result.line === 'decides') return granted(config, policy, ask, now, trace);
  }
  const refusal = new AppError('policy-refused', { environment: ask.environment.name });
  return refused(
    ask,
    trace.find(({ result }) => result === 'denies')?.rule ?? null,
    refusal,
    trace,
  );
}

function consider(
  config: Config,
  policy: PolicyConfig,
  ask: Ask,
  now: Date,
): { line: TraceLine['result']; problem?: string } {
  if (!policy.who.some((selector) => isMeant(config, ask.person, selector, now))) {
    return { line: 'not-for-them' };
  }
  const here = policy.where.includes('*') || policy.where.includes(ask.environment.name);
  if (!here || !policy.what.includes(ask.kind)) return { line: 'not-here' };
  try {
    if (policy.condition && !policy.condition(factsOf(config, ask, now))) {
      return { line: 'condition-false' };
    }
  } catch (error) {
    return { line: 'condition-failed', problem: error instanceof Error ? error.message : '' };
  }
  return { line: policy.effect === 'deny' ? 'denies' : 'decides' };
}

function factsOf(config: Config, ask: Ask, now: Date): ConditionFacts {
  const { person, environment } = ask;
  return {
    request: { seconds: ask.seconds, reason: ask.reason, ticket: ask.ticket ?? '', size: ask.size },
    person: {
      id: person.id,
      role: person.role,
      groups: person.groups,
      onCall: isMeant(config, person, 'on-call', now),
    },
    environment: { name: environment.name, production: environment.production },
    now,
  };
}

function granted(
  config: Config,
  policy: PolicyConfig,
  ask: Ask,
  now: Date,
  trace: readonly TraceLine[],
): Judgement {
  const { count, from } = policy.approval;
  const approvers = approversMeant(config, from, ask.person.id, now);
  return {
    allowed: true,
    refusal: null,
    rule: policy.id,
    maximumSeconds: longest(ask.environment, policy),
    approval: count === 0 ? nobody : { count, from: [...from], people: approvers },
    mayBreakGlass: policy.breakGlass.some((selector) => isMeant(config, ask.person, selector, now)),
    trace,
  };
}

function longest(environment: EnvironmentConfig, policy: PolicyConfig): number {
  return Math.min(environment.opsServer.maximumSeconds, policy.maximumSeconds ?? Infinity);
}

function refused(
  ask: Ask,
  rule: string | null,
  refusal: AppError,
  trace: readonly TraceLine[],
): Judgement {
  const maximumSeconds = ask.environment.opsServer.maximumSeconds;
  const rest = { approval: nobody, mayBreakGlass: false, maximumSeconds, trace };
  return { allowed: false, refusal, rule, ...rest };
}
