import { type Parsed, parseJson } from './parse-json.ts';

/** The messages of a body that holds several, in their order; null where one is not JSON. */
export type Messages = readonly Parsed[];

/**
 * Splits `multipart/mixed` as GraphQL servers write it for `@defer`, `@stream` and subscriptions.
 * Sources: https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md and
 * https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol.
 * The boundary is `-` when none is named. A part that was cut off is not JSON.
 */
export function multipartMessages(body: string, contentType: string): Messages {
  const named = /;\s*boundary=(?:"([^"]*)"|([^\s;]*))/i.exec(contentType);
  const delimiter = `--${named?.[1] ?? named?.[2] ?? '-'}`;
  const parts = `\n${body}`.split(`\n${delimiter}`).slice(1);
  return parts.flatMap((part): Messages => {
    // The closing delimiter has two more dashes, and nothing after it counts.
    if (part.startsWith('--')) return [];
    const head = /\r?\n\r?\n/.exec(part);
    const content = head === null ? '' : part.slice(head.index + head[0].length).trim();
    return content === '' && part.trim() === '' ? [] : [parseJson(content)];
  });
}

/**
 * Reads the events of `text/event-stream` that carry results (`next`, and unnamed ones).
 * Sources: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 * and https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md. `complete`, comments and
 * events without data bring no result.
 */
export function eventMessages(body: string): Messages {
  const text = body.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return text.split(/\n\n+/).flatMap((block): Messages => {
    const lines = block.split('\n');
    const event = lines.flatMap((line) => fieldOf(line, 'event')).at(-1) ?? 'next';
    const data = lines.flatMap((line) => fieldOf(line, 'data')).join('\n');
    if (data === '' || (event !== 'next' && event !== 'message')) return [];
    return [parseJson(data)];
  });
}

function fieldOf(line: string, name: string): readonly string[] {
  if (line === name) return [''];
  if (!line.startsWith(`${name}:`)) return [];
  const value = line.slice(name.length + 1);
  return [value.startsWith(' ') ? value.slice(1) : value];
}
