export { closePagesExcept, recordHappened } from './record-happened.ts';
export { findPage, listPages, openAlerts, pagesDuring, patchPage } from './store.ts';
export { pageView } from './view.ts';
export { whatChanged } from './what-changed.ts';
