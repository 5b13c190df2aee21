import { type Finding, type FindingSubject, found } from '@sekisho/contract';

/** The oldest that Sekisho is written for. */
const needed = 22;

export function examineNode(version: string, subject: FindingSubject): Finding {
  return Number.parseInt(version, 10) < needed
    ? found('node-version', 'old', subject, { version, needed })
    : found('node-version', 'good', subject, { version });
}
