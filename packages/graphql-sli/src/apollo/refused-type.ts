/** What Apollo Server can write an ordinary answer as. */
const singleTypes = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/graphql-response+json',
]);

/**
 * Whether Apollo Server will, after all its hooks, refuse to write this answer (406), because the
 * client accepts none of its media types. It then tells `invalidRequestWasReceived`, so the
 * operation is not to be counted a second time here.
 * https://github.com/apollographql/apollo-server/blob/main/packages/server/src/runHttpQuery.ts
 */
export function isRefusedType(
  kind: 'single' | 'incremental',
  accept: string | undefined,
  contentType: string | undefined,
): boolean {
  if (kind === 'incremental') {
    const types = (accept ?? '').split(',').map((each) => each.replace(/\s/g, ''));
    return !types.some((each) => /^(\*\/\*|multipart\/(\*|mixed))/.test(each));
  }
  if (contentType !== undefined || accept === undefined || accept.trim() === '') return false;
  const types = accept.split(',').map((each) => (each.split(';')[0] ?? '').trim().toLowerCase());
  return !types.some((each) => singleTypes.has(each));
}
