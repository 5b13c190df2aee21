/** An HTTP answer; null instead of one means: hang up without a word. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** An HTTP request, read to its end. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As UTF-8. */
  readonly body: string;
  /** The same as it came; absent for one that was made by hand. */
  readonly bytes?: Uint8Array;
}

/** A header's only value, or undefined. */
export function header(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A JSON answer. */
export function jsonReply(status: number, value: unknown, type = 'application/json'): Reply {
  return { status, headers: { 'content-type': type }, body: JSON.stringify(value) };
}
