export { connect } from './connect.ts';
export { cost } from './cost.ts';
export { extend } from './extend.ts';
export { forward } from './forward.ts';
export { handover } from './handover.ts';
export { history } from './history.ts';
export { hold } from './hold.ts';
export { judgeImageAge } from './judge-image-age.ts';
export { opsLimits } from './limits.ts';
export { list } from './list.ts';
export { templateNow, withNextImage } from './next-image.ts';
export type { OpsPorts, PriceList, SessionCommands } from './ports.ts';
export { quote } from './quote.ts';
export { replace } from './replace.ts';
export { opsServerKind } from './server/kind.ts';
export { show } from './show.ts';
export { start } from './start.ts';
export { stop } from './stop.ts';
export {
  beginExamination,
  carryOutStep,
  isTrusted,
  type Looked,
  lookForOrphans,
  spare,
  sweep,
  sweepOnce,
  sweepSubject,
  trustDatabase,
  watchedUntil,
  watchUnknown,
} from './sweep/index.ts';
export { isOfLaunch, tagKeys } from './tags.ts';
export { opsLeaseViews } from './view.ts';
export { who } from './who.ts';
