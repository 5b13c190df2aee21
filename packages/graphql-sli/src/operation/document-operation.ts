import type { DocumentNode, OperationDefinitionNode } from 'graphql';
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
  const named = typeof asked === 'string' && asked !== '' ? asked : undefined;
  const meant = operationOf(document?.definitions ?? [], named);
  if (meant === undefined) return { name: named, type: undefined };
  return { name: meant.name?.value, type: meant.operation };
}

/** One walk and no lists: this runs in every request. */
function operationOf(
  definitions: DocumentNode['definitions'],
  named: string | undefined,
): OperationDefinitionNode | undefined {
  let only: OperationDefinitionNode | undefined;
  for (const definition of definitions) {
    if (definition.kind !== ('OperationDefinition' as typeof definition.kind)) continue;
    const operation = definition as OperationDefinitionNode;
    if (named !== undefined && operation.name?.value === named) return operation;
    if (named === undefined && only !== undefined) return undefined;
    only = operation;
  }
  return named === undefined ? only : undefined;
}
