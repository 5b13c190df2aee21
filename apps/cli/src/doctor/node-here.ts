import { type Finding, type FindingSubject, found } from '@sekisho/contract';

/** That this command runs at all says that Node is new enough: its starter refuses an older one. */
export function nodeHere(subject: FindingSubject): Finding {
  return found('node-version', 'good', subject, { version: process.versions.node });
}
