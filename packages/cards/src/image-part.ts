import type { OpsLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import type { Part } from './card.ts';
import { type CardOptions, say } from './options.ts';

const dayMs = 24 * 3600 * 1000;

/** A warning while the machine image is older than its environment likes; nothing otherwise. */
export function imageParts(
  { imageOld, imageCreatedAt, state }: OpsLease,
  { language, now }: Pick<CardOptions, 'language' | 'now'>,
): Part[] {
  if (!imageOld || isFinal(state)) return [];
  const days =
    imageCreatedAt === null ? null : (now.getTime() - new Date(imageCreatedAt).getTime()) / dayMs;
  const text = oldImageText(days, language);
  return [{ type: 'notice', level: 'warning', text, detail: null }];
}

/** `The machine image is 45 days old.`; without days when nobody can tell. */
export function oldImageText(days: number | null, language: CardOptions['language']): string {
  if (days === null) {
    return say(
      language,
      'Nobody can tell how old the machine image is.',
      'マシンイメージの作成日が分かりません。',
    );
  }
  const whole = Math.floor(days);
  return say(
    language,
    `The machine image is ${whole} days old.`,
    `マシンイメージは作成から ${whole} 日たっています。`,
  );
}
