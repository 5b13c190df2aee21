export {
  type ClickhouseSource,
  type ClickhouseSourceOptions,
  createClickhouseSource,
} from './clickhouse-source.ts';
