import type { Risk, Severity } from '@sekisho/terraform-plan';

/** The worst severity of each address; risks come the worst first. */
export function worstBy(risks: readonly Risk[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { address, severity } of risks) if (!worst.has(address)) worst.set(address, severity);
  return worst;
}
