import { type PlanOptions, type ReadPlan, type Risk, readPlan } from '../src/index.ts';

type Json = Readonly<Record<string, unknown>>;

interface Written {
  readonly type: string;
  readonly name?: string;
  readonly address?: string;
  readonly actions?: readonly string[];
  readonly before?: Json | null;
  readonly after?: Json | null;
  readonly unknown?: unknown;
  readonly beforeSensitive?: unknown;
  readonly afterSensitive?: unknown;
  readonly more?: Json;
  readonly change?: Json;
}

/** One entry of `resource_changes`, as Terraform writes it; the actions follow from the sides. */
export function change(written: Written): Json {
  const { type, name = 'this', before = null, after = null, unknown = {} } = written;
  const kind = before === null ? 'create' : after === null ? 'delete' : 'update';
  return {
    address: written.address ?? `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: {
      actions: written.actions ?? [kind],
      before,
      after,
      after_unknown: after === null ? false : unknown,
      before_sensitive: written.beforeSensitive ?? (before === null ? false : {}),
      after_sensitive: written.afterSensitive ?? (after === null ? false : {}),
      ...written.change,
    },
    ...written.more,
  };
}

/** A plan around some changes. */
export function plan(changes: readonly Json[], more: Json = {}): Json {
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: changes,
    configuration: {
      provider_config: { aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws' } },
      root_module: {},
    },
    errored: false,
    complete: true,
    ...more,
  };
}

/** Reads a plan that must be readable. */
export function read(json: unknown, options?: PlanOptions): ReadPlan {
  const reading = readPlan(json, options);
  if (reading.plan === null) throw new Error(JSON.stringify(reading.problem));
  return reading.plan;
}

/** The risks of one change, as `danger open-to-internet`. */
export function risksOf(written: Written): readonly string[] {
  return found(written).map(({ severity, code }) => `${severity} ${code}`);
}

/** The risks of one change, with their facts. */
export function found(written: Written): readonly Risk[] {
  return read(plan([change(written)])).summary.risks;
}

/** A policy in JSON. */
export function policy(...statements: readonly Json[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
