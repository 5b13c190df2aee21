export { sources } from './sources.ts';
export { views } from './views.ts';
