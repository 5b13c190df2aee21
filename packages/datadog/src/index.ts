export { createDatadogSource } from './datadog-source.ts';
export type { DatadogSli, DatadogSourceOptions } from './options.ts';
