/* What the pipeline of the ops server's image asks of AWS: apart from what a server is at work with. */
export {
  actions as imagePipelineActions,
  createImageStore,
  type ImageStore,
  type PublishedImage,
} from './image-store.ts';
