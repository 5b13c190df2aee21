export { startMoto, whyNoMoto } from '../../packages/aws/test/judges/moto-server.ts';
