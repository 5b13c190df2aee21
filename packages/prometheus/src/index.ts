export { type PrometheusSli, partsOfRatio } from './declaration.ts';
export type { PrometheusSourceOptions } from './options.ts';
export { createPrometheusSource } from './prometheus-source.ts';
