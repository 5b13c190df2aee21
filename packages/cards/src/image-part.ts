import type { ImageFacts, Language, OpsLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { daysSince, imageChangesText, oldImageText } from '@sekisho/words/leases';
import type { Part } from './card.ts';
import type { CardOptions } from './options.ts';

/** A warning while the machine image is older than its environment likes; nothing otherwise. */
export function imageParts(
  { imageOld, imageCreatedAt, state }: OpsLease,
  { language, now }: Pick<CardOptions, 'language' | 'now'>,
): Part[] {
  if (!imageOld || isFinal(state)) return [];
  const text = oldImageText(daysSince(imageCreatedAt, now), language);
  return [{ type: 'notice', level: 'warning', text, detail: null }];
}

/** Where an image comes from and what changed in it; nothing when nothing was published of it. */
export function originParts(
  { imageProvenance }: { readonly imageProvenance: ImageFacts | null },
  language: Language,
): Part[] {
  if (imageProvenance === null) return [];
  const label = language === 'ja' ? 'イメージ' : 'image';
  return [{ type: 'facts', facts: [label, imageChangesText(imageProvenance, language)] }];
}
