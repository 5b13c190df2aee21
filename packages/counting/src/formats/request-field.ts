import { type LogEvent, setField } from '../lines/log-event.ts';

const space = 32;
const quote = 34;
const slash = 47;

/**
 * Reads `METHOD URL VERSION" "AGENT"` from right behind the opening quote: method, host, path
 * (without query) and agent. The URL ends at a space, so quotes inside it, escaped or not, are
 * part of it.
 * @returns where the URL ends; the closing quote is there or further on
 */
export function readRequest(bytes: Buffer, from: number, to: number, event: LogEvent): number {
  let at = from;
  while (at < to && bytes[at] !== space && bytes[at] !== quote) at += 1;
  setField(event, 'method', from, at);
  if (bytes[at] !== space || at >= to) return at;
  const url = at + 1;
  at = url;
  while (at < to && bytes[at] !== space) at += 1;
  // Without a version (HTTP/0.9) the closing quote touches the URL.
  const end = bytes[at - 1] === quote && at - 1 >= url ? at - 1 : at;
  readUrl(bytes, url, end, event);
  return end;
}

/** Behind the first quote that ends a field: one before a space or the line's end. */
export function quotedEnd(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] !== quote || (at + 1 < to && bytes[at + 1] !== space))) at += 1;
  return Math.min(to, at + 1);
}

/** Reads host and path of `https://host:443/path?query`, or of `/path?query`. */
function readUrl(bytes: Buffer, from: number, to: number, event: LogEvent): void {
  let path = from;
  if (bytes[from] !== slash) {
    let host = from;
    while (host + 2 < to && bytes[host] !== 58) host += 1; // :
    if (bytes[host + 1] === slash && bytes[host + 2] === slash && host + 2 < to) {
      path = hostEnd(bytes, host + 3, to, event);
    }
  }
  let end = path;
  while (end < to && bytes[end] !== 63 && bytes[end] !== 35) end += 1; // ? #
  setField(event, 'path', path, end);
}

function hostEnd(bytes: Buffer, from: number, to: number, event: LogEvent): number {
  let end = from;
  while (end < to && bytes[end] !== slash && bytes[end] !== 63) end += 1;
  let port = end - 1;
  while (port > from && isDigit(bytes[port] ?? 0)) port -= 1;
  setField(event, 'host', from, port > from && bytes[port] === 58 ? port : end);
  return end;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
