export type { OpensloDocument, Version } from './model.ts';
export { type OpensloFile, readOpenslo } from './read.ts';
export { dataOf, yamlOf } from './write.ts';
