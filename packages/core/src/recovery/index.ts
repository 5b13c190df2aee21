export { noteRestored } from './note.ts';
export { settle } from './settle.ts';
export { show } from './show.ts';
