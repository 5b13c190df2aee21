import type { ImageFacts, Language, OpsLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { daysSince, imageChangesText, nextImageText, oldImageText } from '@sekisho/words/leases';
import type { Part } from './card.ts';
import type { CardOptions } from './options.ts';

/** A warning while the machine image is older than its environment likes, and what a replacement would bring. */
export function imageParts(
  { imageId, imageOld, imageCreatedAt, nextImage, state }: OpsLease,
  { language, now }: Pick<CardOptions, 'language' | 'now'>,
): Part[] {
  if (isFinal(state)) return [];
  const parts: Part[] = [];
  if (imageOld) {
    const text = oldImageText(daysSince(imageCreatedAt, now), language);
    parts.push({ type: 'notice', level: 'warning', text, detail: null });
  }
  if (nextImage !== undefined) {
    const text = nextImageText({ imageId, next: nextImage }, now, language);
    parts.push({ type: 'notice', level: 'information', text, detail: null });
  }
  return parts;
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
