import type { Config, EnvironmentConfig } from '@sekisho/config';
import { AppError } from '../platform/app-error.ts';
import type { Place } from './judge.ts';

/** The environment of this name. Errors: `unknown-environment`, naming the known ones. */
export function needEnvironment(config: Config, name: string): EnvironmentConfig {
  const known = Object.keys(config.environments);
  const environment = known.includes(name) ? config.environments[name] : undefined;
  if (environment === undefined) throw new AppError('unknown-environment', { value: name, known });
  return environment;
}

/** An environment, as rules about its ops servers see it. */
export function placeOfEnvironment({ name, production, opsServer }: EnvironmentConfig): Place {
  return { name, names: [name], production, maximumSeconds: opsServer.maximumSeconds };
}
