import type { AnyLease, Lease, OpsLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import {
  daysSince,
  imageAgeText,
  imageChangesText,
  nextImageText,
  oldImageText,
} from '@sekisho/words/leases';
import { cleanLine } from './clean.ts';
import type { Style } from './style.ts';

/** While a server lives on an old image, and what a replacement would bring; the card of a terminal says the same. */
export function imageNotes(lease: Lease | AnyLease, { now, language, paint }: Style): string {
  if (!('imageOld' in lease) || isFinal(lease.state)) return '';
  const { imageId, nextImage: next } = lease;
  const old = oldImageText(daysSince(lease.imageCreatedAt, now), language);
  const warning = lease.imageOld ? `${paint(old, 'yellow')}\n` : '';
  if (next === undefined) return warning;
  return `${warning}${paint(cleanLine(nextImageText({ imageId, next }, now, language)), 'dim')}\n`;
}

/** Which image a server is from, how old it is, and what changed in it. */
export function imageFact(
  { imageId, imageCreatedAt, imageProvenance }: OpsLease,
  now: Date,
  language: Style['language'],
): string {
  const days = daysSince(imageCreatedAt, now);
  const told = [
    imageId,
    ...(days === null ? [] : [imageAgeText(days, language)]),
    ...(imageProvenance === null ? [] : [cleanLine(imageChangesText(imageProvenance, language))]),
  ];
  return told.join(' · ');
}
