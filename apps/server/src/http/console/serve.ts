import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { DoorEnv } from '../options.ts';
import { pagePolicy } from '../security-headers.ts';
import { typeOf } from './types.ts';

const compress = promisify(gzip);

interface Served {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly zipped: Buffer<ArrayBuffer> | null;
  readonly etag: string;
}

/** Answers a request for a page or a file of the console; null when there is none. */
export type ServeConsole = (c: Context<DoorEnv>) => Promise<Response | null>;

/**
 * Serves the built console from a folder. A path without an extension is a page of the console and gets
 * index.html; files whose names hold a hash are kept for ever by browsers.
 */
export function serveConsole(directory: string): ServeConsole {
  const kept = new Map<string, Served>();
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return null;
    const path = filePathOf(c.req.path);
    if (path === null) return null;
    const file = await fileIn(directory, path);
    if (file === null) return null;
    const hashed = path.startsWith('assets/');
    const served = (hashed ? kept.get(file) : undefined) ?? (await load(file));
    if (hashed) kept.set(file, served);
    c.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    c.header('content-type', typeOf(file));
    if (extname(file) === '.html') c.header('content-security-policy', pagePolicy);
    return answer(c, served);
  };
}

function answer(c: Context<DoorEnv>, { bytes, zipped, etag }: Served): Response {
  c.header('etag', etag);
  c.header('vary', 'accept-encoding');
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  const zip = zipped !== null && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  if (zip) c.header('content-encoding', 'gzip');
  return c.body(zip ? zipped : bytes);
}

/** The file that a path asks for, relative to the console; null for a path that no file of ours has. */
function filePathOf(path: string): string | null {
  const name = decode(path);
  if (name === null || /[\0\\]|(^|\/)\.|^\/(api|practice|mcp|slack|login|logout)(\/|$)/.test(name))
    return null;
  return extname(name) === '' ? 'index.html' : name.slice(1);
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** The real path of a file inside the folder; a link that leads out of it is as good as absent. */
async function fileIn(directory: string, path: string): Promise<string | null> {
  try {
    const root = await realpath(directory);
    const file = await realpath(join(root, path));
    return file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}

async function load(file: string): Promise<Served> {
  const bytes = Buffer.from(await readFile(file));
  const smaller = /^(text|image\/svg)|javascript|json/.test(typeOf(file)) && bytes.length > 1024;
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { bytes, zipped: smaller ? Buffer.from(await compress(bytes)) : null, etag: `"${hash}"` };
}
