/* What the pipeline of the ops server's image asks of AWS: apart from what a server is at work with. */
export { createImageStore, type ImageStore } from './image-store.ts';
export type { PublishedImage } from './published-images.ts';
