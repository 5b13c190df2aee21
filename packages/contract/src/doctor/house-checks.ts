import type { Outcomes } from './levels.ts';

/** Checks of the machine, the settings, the database and the engine. */
export const houseChecks = {
  'node-version': { good: ['ok', 'version'], old: ['error', 'version', 'needed'] },
  'config-file': {
    good: ['ok', 'file'],
    warnings: ['warning', 'file', 'count', 'first'],
    broken: ['error', 'file', 'count', 'first'],
    missing: ['error', 'file', 'detail'],
    elsewhere: ['info', 'file'],
    'no-account': ['error', 'account', 'known'],
  },
  settings: { good: ['ok'], broken: ['error', 'detail'] },
  server: {
    good: ['ok', 'url'],
    none: ['error'],
    'not-here': ['error', 'detail'],
    unreachable: ['error', 'detail'],
    refused: ['error', 'detail'],
  },
  'data-directory': {
    good: ['ok', 'path'],
    exposed: ['warning', 'path', 'mode'],
    unwritable: ['error', 'path', 'detail'],
    absent: ['info', 'path'],
  },
  'signing-key': {
    good: ['ok', 'path'],
    exposed: ['error', 'path', 'mode'],
    unreadable: ['error', 'path', 'detail'],
    absent: ['info', 'path'],
  },
  'secret-files': { good: ['ok', 'files'], exposed: ['warning', 'files'] },
  database: {
    good: ['ok', 'version'],
    embedded: ['warning'],
    practice: ['info'],
    'read-only': ['error'],
    unreachable: ['error', 'where', 'detail'],
  },
  'database-schema': {
    good: ['ok', 'newest'],
    behind: ['error', 'missing'],
    ahead: ['warning', 'unknown'],
  },
  'clock-database': {
    good: ['ok', 'seconds', 'bound'],
    off: ['warning', 'seconds', 'bound'],
    far: ['error', 'seconds', 'bound'],
  },
  'clock-aws': {
    good: ['ok', 'seconds', 'bound'],
    off: ['warning', 'seconds', 'bound'],
    far: ['error', 'seconds', 'bound'],
  },
  'public-url': {
    good: ['ok', 'url'],
    none: ['warning'],
    'in-clear': ['warning', 'url'],
    practice: ['info'],
  },
  'login-provider': {
    good: ['ok', 'issuer'],
    off: ['info'],
    'no-secret': ['error', 'variable'],
    unreachable: ['error', 'issuer', 'detail'],
    'other-issuer': ['error', 'issuer', 'said'],
  },
  'stop-everything': { off: ['ok'], on: ['warning', 'since', 'by'] },
  restore: { settled: ['ok'], unsettled: ['error', 'takenAt'] },
  engine: { good: ['ok', 'seconds'], late: ['error', 'seconds', 'bound'] },
  'stuck-leases': { none: ['ok'], stuck: ['error', 'count'] },
  anchor: {
    good: ['ok', 'at', 'days'],
    old: ['warning', 'at', 'days', 'bound'],
    never: ['warning'],
    practice: ['info'],
  },
  backup: {
    good: ['ok', 'at', 'days'],
    old: ['warning', 'at', 'days', 'bound'],
    never: ['warning'],
    practice: ['info'],
  },
} as const satisfies Readonly<Record<string, Outcomes>>;
