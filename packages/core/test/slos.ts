import type { Config, ServiceConfig, SloConfig } from '@sekisho/config';
import { standardTiers, usualPolicy } from '@sekisho/objectives/alerts';

const month = 30 * 1440;

/** An SLO as a file would define it: 99.9 % of requests over thirty days. */
export function sloConfig(edit: Partial<SloConfig> = {}): SloConfig {
  return {
    id: 'checkout-availability',
    displayName: null,
    description: null,
    service: 'checkout',
    indicator: { kind: 'measured', source: 'metrics', query: {} },
    method: { kind: 'occurrences' },
    window: { kind: 'rolling', minutes: month },
    missing: 'exclude',
    target: 0.999,
    alerts: { ...usualPolicy, tiers: standardTiers(month) },
    shadow: false,
    place: { file: 'services/checkout.yaml', line: 1 },
    ...edit,
  };
}

/** A configuration with these SLOs, and services owned by the engineers unless said otherwise. */
export function withSlos(
  config: Config,
  slos: readonly SloConfig[] = [sloConfig()],
  owners: readonly string[] = ['group:engineers'],
): Config {
  const services = Object.fromEntries(
    slos.map(({ service }): [string, ServiceConfig] => [
      service,
      { name: service, displayName: null, owners },
    ]),
  );
  return { ...config, services, slos };
}
