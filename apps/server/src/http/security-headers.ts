import type { Context } from 'hono';
import type { DoorEnv } from './options.ts';

/** A year, in seconds. Subdomains and browsers' own lists are for the owner of the name to decide. */
const tlsAlone = 'max-age=31536000';

/**
 * Headers of every answer; a page sets its own content security policy over this one.
 * @param url address that people open; where it is https, browsers come by no other way from then on
 */
export function apiHeaders(c: Context<DoorEnv>, url: string | null): void {
  if (url !== null && new URL(url).protocol === 'https:') {
    c.header('strict-transport-security', tlsAlone);
  }
  c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  c.header('x-content-type-options', 'nosniff');
  c.header('x-frame-options', 'DENY');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-resource-policy', 'same-origin');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header(
    'permissions-policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), display-capture=()',
  );
}

/**
 * What the console's page may load: its own files and nothing else. The component library writes its
 * colours into style elements, so inline styles are allowed; inline scripts are not.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
