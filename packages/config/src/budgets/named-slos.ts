import type { SloConfig } from '../slo-config.ts';

/** The SLOs that a budget's name stands for; `ambiguous` where it may be either of two things. */
export type NamedSlos = readonly SloConfig[] | 'ambiguous';

/**
 * Whose budget a condition asks for: that of an SLO by its id, or of a service, which is the lowest
 * of its SLOs' budgets. `slo:NAME` and `service:NAME` say which; a bare name is an SLO first, unless
 * a service of that name has others.
 */
export function slosNamed(slos: readonly SloConfig[], name: string): NamedSlos {
  const own = slos.filter(({ id }) => id === name || `slo:${id}` === name);
  const served = slos.filter(({ service }) => service === name || `service:${service}` === name);
  if (own.length === 0 || served.length === 0) return [...own, ...served];
  return served.every((slo) => own.includes(slo)) ? own : 'ambiguous';
}
