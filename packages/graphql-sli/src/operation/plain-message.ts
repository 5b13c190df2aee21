/** A GraphQL response, or a part of one, before it is text. */
type Message = Readonly<Record<string, unknown>>;

/**
 * A message whose errors are as their JSON will be: errors are objects with a text form of their
 * own, and codes may hide in it. Data is left alone, so this costs nothing where nothing failed.
 * Errors that cannot be written become one of the server's, whose own attempt fails as well.
 * @param omitted extensions that the server takes out of its errors before it writes them
 */
export function plainMessage(message: unknown, omitted: readonly string[] = []): unknown {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return message;
  const { errors, incremental, completed } = message as Message;
  if (isNone(errors) && isNone(incremental) && isNone(completed)) return message;
  return {
    ...message,
    ...(isNone(errors) ? {} : { errors: plainErrors(errors, omitted) }),
    ...(isNone(incremental) ? {} : { incremental: plainParts(incremental) }),
    ...(isNone(completed) ? {} : { completed: plainParts(completed) }),
  };
}

function isNone(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.length === 0);
}

/** Deferred parts, of which only the errors are judged. */
function plainParts(parts: unknown): unknown {
  if (!Array.isArray(parts)) return parts;
  return parts.map((part: unknown) => {
    const { errors } = (part ?? {}) as Message;
    return isNone(errors) ? {} : { errors: plainErrors(errors, []) };
  });
}

function plainErrors(errors: unknown, omitted: readonly string[]): unknown {
  const written = throughText(errors);
  if (!Array.isArray(errors) || !Array.isArray(written) || omitted.length === 0) return written;
  return written.map((error: unknown, index) =>
    errors[index] instanceof Error ? without(error, omitted) : error,
  );
}

function throughText(errors: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(errors) ?? 'null');
  } catch {
    return [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
  }
}

function without(error: unknown, omitted: readonly string[]): unknown {
  const { extensions } = error as { readonly extensions?: object };
  if (typeof extensions !== 'object' || extensions === null) return error;
  const left = Object.entries(extensions).filter(([key]) => !omitted.includes(key));
  return { ...(error as object), extensions: Object.fromEntries(left) };
}
