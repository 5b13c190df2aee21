export type * from './config.ts';
export type {
  ConfigDocument,
  EnvironmentDocument,
  PersonDocument,
  PolicyDocument,
} from './schema.ts';
export { configSchema } from './schema.ts';
