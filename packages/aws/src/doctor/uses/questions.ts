import type { Conditions, PolicyDocument, Statement } from '../../policies/statement.ts';
import type { Question } from '../simulate.ts';
import { isAbout } from './kinds.ts';

/** What of a generated policy is asked about, and of what. */
export interface Asking {
  /** Where calls are made, unless a statement names another region for a service. */
  readonly region: string;
  /** Things that are there for a resource with `*`; what there is none of is made up. */
  readonly filled?: (resource: string) => readonly string[];
  /** Whether the configuration uses it; everything without. */
  readonly isUsed?: (action: string, resource: string) => boolean;
}

type Context = NonNullable<Question['context']>;

/** Stands for whatever a policy names by `*`. */
const anything = 'sekisho-doctor';

/**
 * What to ask IAM about a role that should have a policy: every action that it allows, on the resources that it
 * allows it on, under what its conditions ask for. The policy is generated from what the adapters declare.
 */
export function questionsOf({ Statement }: PolicyDocument, asking: Asking): readonly Question[] {
  return Statement.filter(({ Effect }) => Effect === 'Allow').flatMap((one) => asksOf(one, asking));
}

function asksOf(
  { Action, Resource, Condition = {} }: Statement,
  asking: Asking,
): readonly Question[] {
  const asks = new Map<string, { names: string[]; resources: string[]; context: Context }>();
  for (const action of Action) {
    const service = action.split(':')[0] ?? '';
    const resources = resourcesOf(action, Resource, asking);
    const key = JSON.stringify([service, resources]);
    const context = contextOf(Condition, service, asking.region);
    const ask = asks.get(key) ?? { names: [], resources, context };
    ask.names.push(action);
    asks.set(key, ask);
  }
  return [...asks.values()].filter(({ resources }) => resources.length > 0);
}

function resourcesOf(
  action: string,
  named: readonly string[],
  { filled = () => [], isUsed = () => true }: Asking,
): string[] {
  const resources = named.filter((one) => isAbout(action, one) && isUsed(action, one));
  const concrete = resources.flatMap((one) => {
    if (one === '*' || !one.includes('*')) return [one];
    const there = filled(one);
    return there.length > 0 ? there : [one.replaceAll('*', anything)];
  });
  return [...new Set(concrete)];
}

/** A call that meets the conditions: with a value that each of them allows. */
function contextOf(conditions: Conditions, service: string, region: string): Context {
  const met = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => {
      if (key === 'aws:RequestedRegion') return [key, regionIn(value, service, region)] as const;
      if (operator === 'Null') return [key, anything] as const;
      if (operator.startsWith('ForAllValues:')) return [key, [value].flat()] as const;
      return [key, first(value).replaceAll('*', anything)] as const;
    }),
  );
  return Object.fromEntries(met);
}

/** Organizations answers from its home, which the statement names last. */
function regionIn(value: string | readonly string[], service: string, region: string): string {
  return service === 'organizations' ? ([value].flat().at(-1) ?? region) : region;
}

function first(value: string | readonly string[]): string {
  return [value].flat()[0] ?? '';
}
