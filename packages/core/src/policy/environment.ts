import type { Config, EnvironmentConfig } from '@sekisho/config';
import { AppError } from '../platform/app-error.ts';

/** The environment of this name. Errors: `unknown-environment`, naming the known ones. */
export function needEnvironment(config: Config, name: string): EnvironmentConfig {
  const known = Object.keys(config.environments);
  const environment = known.includes(name) ? config.environments[name] : undefined;
  if (environment === undefined) throw new AppError('unknown-environment', { value: name, known });
  return environment;
}
