import type { Config, SloConfig } from '@sekisho/config';
import { AppError } from '../../platform/app-error.ts';

/** The SLO of this name. Errors: `slo-not-found`, naming the known ones. */
export function needSlo(config: Config, id: string): SloConfig {
  const slo = config.slos.find((one) => one.id === id);
  if (slo !== undefined) return slo;
  const known = config.slos.slice(0, 20).map((one) => one.id);
  throw new AppError('slo-not-found', { id, known });
}

/** The SLOs of a service. Errors: `service-not-found` when it has none. */
export function needSlosOf(config: Config, service: string): readonly SloConfig[] {
  const slos = config.slos.filter((slo) => slo.service === service);
  if (slos.length > 0) return slos;
  const known = [...new Set(config.slos.map((slo) => slo.service))];
  throw new AppError('service-not-found', { name: service, known });
}
