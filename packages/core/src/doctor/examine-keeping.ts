import type { KeptPlace } from '@sekisho/config';
import { type Finding, found, subjectOf } from '@sekisho/contract';
import {
  type Judged,
  judgeAll,
  type KeepingCloud,
  lookAtKept,
  shownPlace,
} from '../keeping/index.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { House } from '../platform/context.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { ageOf } from './age.ts';
import { unread } from './exam.ts';
import type { Examination } from './ports.ts';

const subject = subjectOf('timeline');
/** Days after which the newest says too little of today, where no longer time is waited before people are paged. */
const leastDays = 2;

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

function exam(
  code: 'anchor' | 'backup' | 'kept-lock',
  look: () => Promise<Finding | readonly Finding[]>,
): Examination {
  return {
    codes: [code],
    subject,
    examine: async () => {
      try {
        return [await look()].flat();
      } catch (error) {
        if (error instanceof CloudError) return [unread(code, subject, error)];
        throw error;
      }
    },
  };
}

async function anchor(house: House, keeping: KeepingCloud, at: KeptPlace): Promise<Finding[]> {
  const seen = await lookAtKept(keeping, at);
  const judged = await transactAsSystem(house, (tx) => judgeAll(tx, seen));
  const { refused, newest } = seen;
  return [
    ofAnchor(house, at, judged, newest?.at ?? ''),
    // What was removed would be told of as an older one.
    ...(refused === null ? [] : [unread('anchor', subject, refused)]),
  ];
}

function ofAnchor(house: House, at: KeptPlace, judged: Judged, newestAt: string): Finding {
  const place = shownPlace(at);
  const { verdict, key, kept } = judged;
  const { number = 0, publicKey = '', at: made = '' } = kept ?? {};
  switch (verdict) {
    case 'none':
      return found('anchor', 'absent', subject, { place });
    case 'removed':
      return found('anchor', 'removed', subject, { key, place });
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
      return aged('anchor', house, newestAt, place);
  }
}

async function backup(house: House, keeping: KeepingCloud, at: KeptPlace): Promise<Finding> {
  const place = shownPlace(at);
  const newest = await keeping.newest(at);
  if (newest === null) return found('backup', 'absent', subject, { place });
  return aged('backup', house, newest.at, place);
}

function aged(code: 'anchor' | 'backup', house: House, at: string, place: string): Finding {
  const paged = house.config().keeping.pageAfter[`${code}s`] / 86_400;
  const bound = Math.max(leastDays, Math.ceil(paged));
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
