/* What tests of other packages need of the core's own helpers for SLOs. */
export { clearDatabase } from '../../packages/core/test/clear-database.ts';
export {
  adaptersOf,
  lateSlo,
  lateSource,
  memoryStore,
} from '../../packages/core/test/late-objects.ts';
export { sloDays } from '../../packages/core/test/slo-days.ts';
