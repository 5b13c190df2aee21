export type { PageRow } from './page-row.ts';
export {
  closePagesExcept,
  recordHappened,
  tellChanged,
  tellOfDarkSources,
} from './record-happened.ts';
export { findPage, linkedPages, listPages, openAlerts, pagesDuring, patchPage } from './store.ts';
export { pageView } from './view.ts';
export { environmentsOf, relationOf } from './what-changed.ts';
