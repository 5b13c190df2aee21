export { connectCommand } from './connect-command.ts';
export { createDockerDoctor, createDockerOpsCloud } from './ops-cloud.ts';
export type { DockerOpsCloudOptions } from './options.ts';
