import type { Outcomes } from './levels.ts';

/** Checks of Slack, GitHub and each environment's AWS account. */
export const outsideChecks = {
  'slack-token': {
    good: ['ok', 'team', 'bot'],
    off: ['info'],
    refused: ['error', 'detail'],
    'other-team': ['error', 'team', 'wanted'],
    unreachable: ['error', 'detail'],
  },
  'slack-scopes': { good: ['ok', 'scopes'], missing: ['error', 'scopes'] },
  'slack-socket': {
    good: ['ok'],
    http: ['info', 'url'],
    refused: ['error', 'detail'],
    unreachable: ['error', 'detail'],
  },
  github: {
    good: ['ok', 'api'],
    off: ['info'],
    'no-token': ['error', 'variable'],
    'no-secret': ['error', 'variable'],
    refused: ['error', 'api', 'detail'],
    unreachable: ['error', 'api', 'detail'],
  },
  'aws-role': {
    good: ['ok', 'arn'],
    denied: ['error', 'role', 'detail'],
    'no-credentials': ['error', 'detail'],
    'other-account': ['error', 'detail'],
    unreachable: ['error', 'detail'],
  },
  'aws-external-id': { given: ['ok', 'role'], none: ['info', 'role'], own: ['ok'] },
  'aws-endpoint': {
    good: ['ok', 'services'],
    unreachable: ['error', 'services'],
  },
  'aws-permission': {
    allowed: ['ok', 'action'],
    denied: ['error', 'action', 'detail'],
    'no-server': ['skipped', 'action'],
    'no-dry-run': ['skipped', 'action'],
    'not-dry': ['error', 'action'],
  },
  'launch-template': {
    good: ['ok', 'template', 'version'],
    missing: ['error', 'template'],
    unpinned: ['error', 'template', 'image'],
  },
  'template-imdsv2': { good: ['ok', 'template'], optional: ['warning', 'template'] },
  'template-metadata-tags': { good: ['ok', 'template'], off: ['warning', 'template'] },
  'template-shutdown': { good: ['ok', 'template'], stop: ['warning', 'template'] },
  'template-public-address': { good: ['ok', 'template'], public: ['warning', 'template'] },
  'template-profile': { good: ['ok', 'template', 'profile'], none: ['error', 'template'] },
  'image-age': {
    good: ['ok', 'image', 'days'],
    old: ['warning', 'image', 'days', 'bound'],
    'too-old': ['error', 'image', 'days', 'bound'],
    gone: ['error', 'image'],
  },
  'schedule-role': {
    good: ['ok', 'role'],
    missing: ['error', 'role'],
    untrusted: ['error', 'role'],
  },
  'instance-role': {
    good: ['ok', 'role'],
    missing: ['error', 'role'],
    untrusted: ['error', 'role'],
  },
  'session-preferences': {
    good: ['ok'],
    none: ['warning'],
    'no-run-as': ['warning'],
    unrecorded: ['warning'],
  },
} as const satisfies Readonly<Record<string, Outcomes>>;
