import type { Language } from '../language.ts';

const dayMs = 24 * 3600 * 1000;

/**
 * Says that a machine image is older than its environment likes: `The machine image is 45 days old.`
 * @param days age of the image; null when nobody can tell
 */
export function oldImageText(days: number | null, language: Language): string {
  const ja = language === 'ja';
  if (days === null) {
    return ja
      ? 'マシンイメージの作成日が分かりません。'
      : 'Nobody can tell how old the machine image is.';
  }
  const whole = Math.floor(days);
  return ja
    ? `マシンイメージは作成から ${whole} 日たっています。`
    : `The machine image is ${whole} days old.`;
}

/** Age in days of what was made at a moment (ISO 8601); null when nobody knows the moment. */
export function daysSince(createdAt: string | null, now: Date): number | null {
  return createdAt === null ? null : (now.getTime() - new Date(createdAt).getTime()) / dayMs;
}
