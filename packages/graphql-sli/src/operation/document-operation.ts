import type { DocumentNode } from 'graphql';
import type { OperationType } from './finished-operation.ts';

/** Name and kind of an operation, as far as they are known. */
export interface NamedOperation {
  readonly name: string | undefined;
  readonly type: OperationType | undefined;
}

/**
 * The operation of a document that a request means: the one it names, or the only one. Where the
 * document has no such operation, or could not be read, the name that was asked for stays.
 * https://spec.graphql.org/draft/#GetOperation()
 */
export function operationIn(
  document: DocumentNode | undefined,
  asked: string | null | undefined,
): NamedOperation {
  const operations = (document?.definitions ?? []).filter(
    (definition) => definition.kind === ('OperationDefinition' as typeof definition.kind),
  );
  const meant =
    typeof asked === 'string' && asked !== ''
      ? operations.find((operation) => 'name' in operation && operation.name?.value === asked)
      : operations.length === 1
        ? operations[0]
        : undefined;
  if (meant === undefined || !('operation' in meant)) {
    return { name: typeof asked === 'string' && asked !== '' ? asked : undefined, type: undefined };
  }
  return { name: meant.name?.value, type: meant.operation };
}
