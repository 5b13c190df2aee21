import type { KeptPlace } from '@sekisho/config';
import { type Finding, found, subjectOf } from '@sekisho/contract';
import { judgeKept, type KeepingCloud, readKept } from '../keeping/index.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { House } from '../platform/context.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { ageOf } from './age.ts';
import { unread } from './exam.ts';
import type { Examination } from './ports.ts';

const subject = subjectOf('timeline');
/** Days after which the newest says too little of today. */
const bound = 2;

/** What is looked at where checkpoints and backups are kept; none where nobody says where that is. */
export function keepingExaminations(
  house: House,
  keeping: KeepingCloud | undefined,
): readonly Examination[] {
  const { anchors, backups } = house.config().keeping;
  if (keeping === undefined || (anchors ?? backups) === null) return [];
  const buckets = new Map([anchors, backups].flatMap((one) => (one ? [[one.bucket, one]] : [])));
  return [
    ...(anchors === null ? [] : [exam('anchor', () => anchor(house, keeping, anchors))]),
    ...(backups === null ? [] : [exam('backup', () => backup(house, keeping, backups))]),
    ...[...buckets.values()].map((place) => exam('kept-lock', () => lock(keeping, place))),
  ];
}

function exam(code: 'anchor' | 'backup' | 'kept-lock', look: () => Promise<Finding>): Examination {
  return {
    codes: [code],
    subject,
    examine: async () => {
      try {
        return [await look()];
      } catch (error) {
        if (error instanceof CloudError) return [unread(code, subject, error)];
        throw error;
      }
    },
  };
}

async function anchor(house: House, keeping: KeepingCloud, at: KeptPlace): Promise<Finding> {
  const place = shown(at);
  const newest = await keeping.newest(at);
  if (newest === null) return found('anchor', 'absent', subject, { place });
  const { key } = newest;
  const kept = await readKept(keeping, at, key);
  const verdict = await transactAsSystem(house, (tx) => judgeKept(tx, kept));
  const { number = 0, publicKey = '', at: made = '' } = kept ?? {};
  switch (verdict) {
    case 'foreign':
      return found('anchor', 'unreadable', subject, { key, place });
    case 'unsigned':
      return found('anchor', 'forged', subject, { key, place });
    case 'strange-key':
      return found('anchor', 'strange-key', subject, { key, publicKey });
    case 'cut':
    case 'rewritten':
      return found('anchor', 'contradicted', subject, { key, place, number });
    case 'before-restore':
      return found('anchor', 'before-restore', subject, { key, at: made });
    case 'fits':
      return aged('anchor', house, newest.at, place);
  }
}

async function backup(house: House, keeping: KeepingCloud, at: KeptPlace): Promise<Finding> {
  const place = shown(at);
  const newest = await keeping.newest(at);
  if (newest === null) return found('backup', 'absent', subject, { place });
  return aged('backup', house, newest.at, place);
}

function aged(code: 'anchor' | 'backup', house: House, at: string, place: string): Finding {
  const { isOld, days } = ageOf(at, house.clock.now(), bound);
  return isOld
    ? found(code, 'late', subject, { at, days, bound, place })
    : found(code, 'kept', subject, { at, days, place });
}

async function lock(keeping: KeepingCloud, at: KeptPlace): Promise<Finding> {
  const place = `s3://${at.bucket}`;
  const seen = await keeping.lock(at);
  return seen === null
    ? found('kept-lock', 'none', subject, { place })
    : found('kept-lock', 'good', subject, { place, mode: seen.mode, days: seen.days });
}

function shown({ bucket, prefix }: KeptPlace): string {
  return `s3://${bucket}/${prefix}`;
}
