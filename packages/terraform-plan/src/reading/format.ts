import { z } from 'zod';
import { isPlain } from './plain.ts';
import { Unreadable } from './problem.ts';

/*
 * The parts of a plan's JSON that are read. Names that are not known are ignored, as its versions ask.
 * Source: https://developer.hashicorp.com/terraform/internals/json-format (format_version 1.x), which
 * OpenTofu writes as well: https://opentofu.org/docs/internals/json-format/
 */
const change = z.object({
  actions: z.array(z.string().max(40)).min(1).max(4),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  after_unknown: z.unknown().optional(),
  before_sensitive: z.unknown().optional(),
  after_sensitive: z.unknown().optional(),
  replace_paths: z.array(z.array(z.unknown())).nullish(),
  importing: z.unknown().optional(),
});
export type RawChange = z.infer<typeof change>;

const resourceChange = z.object({
  address: z.string().min(1),
  previous_address: z.string().nullish(),
  module_address: z.string().nullish(),
  mode: z.string().nullish(),
  type: z.string(),
  provider_name: z.string().nullish(),
  deposed: z.string().nullish(),
  action_reason: z.string().nullish(),
  change,
});
export type RawResourceChange = z.infer<typeof resourceChange>;

const check = z.object({
  address: z.unknown().optional(),
  status: z.string(),
  instances: z
    .array(z.object({ status: z.string(), problems: z.array(z.unknown()).nullish() }))
    .nullish(),
});

const plan = z.object({
  format_version: z.string(),
  terraform_version: z.string().nullish(),
  errored: z.boolean().nullish(),
  complete: z.boolean().nullish(),
  timestamp: z.string().nullish(),
  resource_changes: z.array(resourceChange).nullish(),
  resource_drift: z.array(resourceChange).nullish(),
  output_changes: z.unknown().optional(),
  deferred_changes: z
    .array(z.object({ reason: z.string().nullish(), resource_change: resourceChange }))
    .nullish(),
  action_invocations: z.array(z.unknown()).nullish(),
  deferred_action_invocations: z.array(z.unknown()).nullish(),
  checks: z.array(check).nullish(),
  variables: z.unknown().optional(),
  configuration: z.unknown().optional(),
});
export type RawPlan = z.infer<typeof plan>;

/** Narrows parsed JSON to a plan. Errors: `Unreadable`, which names the place. */
export function narrowPlan(value: unknown): RawPlan {
  if (!isPlain(value) || !Object.hasOwn(value, 'format_version'))
    throw new Unreadable({ code: 'not-a-plan', path: 'format_version' });
  const version = value['format_version'];
  if (typeof version !== 'string' || !/^1\.\d{1,4}$/.test(version))
    throw new Unreadable({ code: 'wrong-version', version: String(version).slice(0, 40) });
  // A state has a version too, and `values` in place of changes.
  if (!('planned_values' in value || 'resource_changes' in value || 'configuration' in value))
    throw new Unreadable({ code: 'not-a-plan', path: 'planned_values' });
  return narrow(plan, value, []);
}

/** Narrows one change of an output. Errors: `Unreadable`. */
export function narrowOutput(name: string, value: unknown): RawChange {
  return narrow(change, value, ['output_changes', name]);
}

function narrow<Read>(
  schema: z.ZodType<Read>,
  value: unknown,
  above: readonly (string | number)[],
): Read {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = [...above, ...(issue?.path ?? [])].map(String).join('.');
  throw new Unreadable({ code: 'bad-shape', path: path.slice(0, 200) });
}
