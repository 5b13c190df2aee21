/* What the pipeline of the ops server's image asks of AWS: apart from what a server is at work with. */
export {
  impliedPromoteActions,
  inspectActions,
  promoteActions,
  publishActions,
} from './actions.ts';
export type { BootedServer } from './booted-server.ts';
export { createImageStore, type ImageStore } from './image-store.ts';
export type { PublishedImage } from './published-images.ts';
