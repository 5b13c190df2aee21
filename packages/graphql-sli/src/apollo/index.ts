export type {
  AskedOperation,
  FinishedOperation,
  OperationRecord,
  OperationType,
  Sink,
} from '../operation/finished-operation.ts';
export type { SliOptions } from '../operation/recorder.ts';
export * from '../sinks/index.ts';
export { type ApolloSliOptions, apolloSli } from './apollo-sli.ts';
