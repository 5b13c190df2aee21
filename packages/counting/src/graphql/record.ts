/** A JSON object; its keys are anyone's. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value of parsed JSON is an object, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own entry; nothing inherited, whatever the key is called. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * A value as its JSON text would have it, its members left as they are. Parsed JSON is itself;
 * what a server holds before it writes may write itself otherwise (dates, scalars of its own).
 */
export function written(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return isSilent(value) ? undefined : value;
  const { toJSON } = value as { readonly toJSON?: unknown };
  return typeof toJSON === 'function' ? (toJSON.call(value, '') as unknown) : value;
}

/** JSON has no words for these: a key that holds one is left out. */
function isSilent(value: unknown): boolean {
  return typeof value === 'function' || typeof value === 'symbol';
}
