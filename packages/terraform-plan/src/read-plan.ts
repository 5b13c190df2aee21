import { makeDiff } from './diff/make-diff.ts';
import type { PlanDiff } from './diff/plan-diff.ts';
import { type Change, changeOf, cleared, type OutputChange, outputsOf } from './reading/change.ts';
import { configurationOf } from './reading/configuration.ts';
import { narrowPlan, type RawPlan, type RawResourceChange } from './reading/format.ts';
import { parseWithin, planLimits } from './reading/limits.ts';
import { type PlanProblem, Unreadable } from './reading/problem.ts';
import { noteVariables, type Secrets, secretTest } from './reading/secrets.ts';
import { commandRisks } from './risks/commands.ts';
import { type Directories, directoryRisks } from './risks/directories.ts';
import { risksOf } from './risks/find-risks.ts';
import { providerRisks } from './risks/providers.ts';
import type { Risk } from './risks/risk.ts';
import { wholeRisks } from './risks/whole-plan.ts';
import { type PlanSummary, summarise } from './summary.ts';

export interface PlanOptions {
  /** Where the code stands and what the pull request changes; unsaid, nothing is said of it. */
  readonly directories?: Directories;
  /** Providers that may be used: `hashicorp/aws`; those of the public registries when unsaid. */
  readonly providers?: readonly string[];
  /** Characters at most; `planLimits.size` when unsaid. */
  readonly size?: number;
}

export interface ReadPlan {
  readonly summary: PlanSummary;
  readonly diff: PlanDiff;
}

export type PlanReading =
  | { readonly plan: ReadPlan; readonly problem: null }
  | { readonly plan: null; readonly problem: PlanProblem };

/**
 * Reads what `terraform show -json` or `tofu show -json` prints of a saved plan: a summary with the
 * risks first, and a diff. Nothing sensitive, no variable and no constant of the code is in either.
 * @param json its text, or what was parsed of it
 * Errors: none is thrown; `problem` says why the plan cannot be read.
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
export function readPlan(json: unknown, options: PlanOptions = {}): PlanReading {
  try {
    const size = Math.min(options.size ?? planLimits.size, planLimits.size);
    const raw = narrowPlan(parseWithin(json, { size, depth: planLimits.depth }));
    return { plan: planOf(raw, options), problem: null };
  } catch (error) {
    if (error instanceof Unreadable) return { plan: null, problem: error.problem };
    throw error;
  }
}

function planOf(raw: RawPlan, options: PlanOptions): ReadPlan {
  const { changes, drift, deferred, outputs } = changesOf(raw);
  refuseRepeated(changes);
  const risks = allRisks(raw, { changes, deferred, options });
  return {
    summary: summarise(raw, changes, { outputs, drift, risks }),
    diff: makeDiff(changes, outputs, drift),
  };
}

/** Everything sensitive is gathered before anything is cleared of it. */
function changesOf(raw: RawPlan) {
  const secrets: Secrets = { texts: new Set() };
  noteVariables(secrets, raw);
  const read = (one: RawResourceChange) => changeOf(one, secrets);
  const changes = (raw.resource_changes ?? []).map(read);
  const drift = (raw.resource_drift ?? []).map(read);
  const deferred = (raw.deferred_changes ?? []).map((one) => read(one.resource_change));
  const outputs = outputsOf(raw, secrets);
  const isSecret = secretTest(secrets);
  const clear = <Changed extends Change | OutputChange>(all: readonly Changed[]) =>
    secrets.texts.size === 0 ? all : all.map((one) => cleared(one, isSecret));
  return {
    changes: clear(changes),
    drift: clear(drift),
    deferred: clear(deferred),
    outputs: clear(outputs),
  };
}

interface Seen {
  readonly changes: readonly Change[];
  readonly deferred: readonly Change[];
  readonly options: PlanOptions;
}

function allRisks(raw: RawPlan, { changes, deferred, options }: Seen): readonly Risk[] {
  const configuration = configurationOf(raw.configuration);
  const { directories, providers } = options;
  const outside =
    directories === undefined ? [] : directoryRisks(changes, configuration, directories);
  return [
    ...changes.flatMap(risksOf),
    ...commandRisks(configuration, changes),
    ...providerRisks(configuration, [...changes, ...deferred], providers),
    ...outside,
    ...wholeRisks(raw, deferred),
  ];
}

/** Two changes of one object: only one of them would be seen. */
function refuseRepeated(changes: readonly Change[]): void {
  const seen = new Set<string>();
  for (const { address, rawAddress, deposed } of changes) {
    if (deposed) continue; // several old objects of one address may be left
    if (seen.has(rawAddress)) throw new Unreadable({ code: 'repeated-address', address });
    seen.add(rawAddress);
  }
}
