export type { SourceAdapters } from './adapters.ts';
export { keptDays } from './counted-series.ts';
export { forgetOldMinutes } from './forget.ts';
export { ingestLoops } from './ingest.ts';
export { takePush } from './push/take-push.ts';
export { type SourceHealth, sourcesHealth } from './sources/health.ts';
