export * from './ops/cloud.ts';
export * from './platform/cloud-error.ts';
