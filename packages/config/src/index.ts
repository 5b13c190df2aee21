export { canonicalJson } from './canonical-json.ts';
export { ConfigError, checkConfig, loadConfig } from './check.ts';
export type * from './config.ts';
export { jsonSchema } from './json-schema.ts';
export { onCallAt } from './on-call.ts';
export { partitionOf } from './partition.ts';
export { type Problem, problemText } from './problems/problem.ts';
export { resolve } from './resolve.ts';
export type {
  ConfigDocument,
  EnvironmentDocument,
  PersonDocument,
  PolicyDocument,
} from './schema.ts';
export { configSchema } from './schema.ts';
export type * from './slo-config.ts';
