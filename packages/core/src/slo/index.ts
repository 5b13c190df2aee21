export { acknowledge } from './acknowledge.ts';
export { burn } from './burn.ts';
export { evaluatorOf, tick } from './evaluate/index.ts';
export { history } from './history.ts';
export * from './ingest/index.ts';
export { link } from './link.ts';
export { list } from './list.ts';
export { pages } from './pages.ts';
export { show } from './show.ts';
