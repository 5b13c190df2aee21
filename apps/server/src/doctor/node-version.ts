import { type Finding, type FindingSubject, found } from '@sekisho/contract';

/** The oldest that Sekisho is written for; 23 came before it, and lacks what it needs. */
const needed = '22.15';

export function examineNode(version: string, subject: FindingSubject): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 22 || major === 23 || (major === 22 && minor < 15)
    ? found('node-version', 'old', subject, { version, needed })
    : found('node-version', 'good', subject, { version });
}
