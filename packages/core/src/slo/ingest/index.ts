export type { SourceAdapters } from './adapters.ts';
export { forgetOldMinutes } from './forget.ts';
export { ingestLoops } from './ingest.ts';
export { noteRefused } from './lines/refuse-lines.ts';
export { type SubscriptionConfig, type TakenLines, takeLines } from './lines/take-lines.ts';
export { takePush } from './push/take-push.ts';
export { openUserSegment, type UserSegment } from './push/user-segment.ts';
export { type SourceHealth, sourceHealth, sourcesHealth } from './sources/health.ts';
