import { athena } from './athena.ts';
import { clickhouse } from './clickhouse.ts';
import type { Dialect, Engine } from './dialect.ts';
import { duckdb } from './duckdb.ts';

/** Each engine's dialect. */
export const dialects: Readonly<Record<Engine, Dialect>> = { duckdb, clickhouse, athena };
