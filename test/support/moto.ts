export {
  launchServer,
  readParameters,
  registerImage,
  writeParameter,
} from '../../packages/aws/test/judges/images.ts';
export { startMoto, whyNoMoto } from '../../packages/aws/test/judges/moto-server.ts';
