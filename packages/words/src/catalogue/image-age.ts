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

/** How old a machine image is, in whole days: `12 days old`. */
export function imageAgeText(days: number, language: Language): string {
  const whole = Math.max(0, Math.floor(days));
  if (language === 'ja') return `${whole} 日前に作成`;
  return whole === 1 ? '1 day old' : `${whole} days old`;
}

/** What an image was built from, as far as it was published. */
interface ImageOrigin {
  readonly commit: string;
  readonly repository: string;
  readonly changes: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly updated: readonly string[];
    readonly more: number;
  } | null;
}

/** What of an image differs from the one before: `acme/infra 5f1c0de: 1 package added, 2 updated (curl 1 → 2, …)`. */
export function imageChangesText(
  { commit, repository, changes }: ImageOrigin,
  language: Language,
): string {
  const ja = language === 'ja';
  const from = `${repository} ${commit.slice(0, 7)}`;
  if (changes === null) return ja ? `${from}: 変更点は不明` : `${from}: changes unknown`;
  const { added, removed, updated, more } = changes;
  const names = [...updated, ...added, ...removed];
  if (names.length + more === 0) {
    return ja ? `${from}: パッケージの変更なし` : `${from}: no package changed`;
  }
  const shown = names.slice(0, 3).join(', ') + (names.length + more > 3 ? ', …' : '');
  const counts = ja
    ? `更新 ${updated.length}、追加 ${added.length}、削除 ${removed.length}${more > 0 ? `、ほか ${more}` : ''}`
    : `${updated.length} ${updated.length === 1 ? 'package' : 'packages'} updated, ${added.length} added, ${removed.length} removed${more > 0 ? `, and ${more} more` : ''}`;
  return `${from}: ${counts} (${shown})`;
}

/** An image that a server could be replaced by. */
interface NextImage {
  readonly imageId: string;
  readonly imageCreatedAt: string | null;
  readonly imageProvenance: (ImageOrigin & { readonly previous: string | null }) | null;
}

/**
 * Says what a replacement would bring: `A replacement would be from ami-0abc, 2 days old, acme/infra 5f1c0de: 1 package
 * updated, 0 added, 0 removed (curl 1 → 2).` What changed is told since the image that was current before that one.
 * @param imageId what the server is from now
 */
export function nextImageText(
  { imageId, next }: { readonly imageId: string; readonly next: NextImage },
  now: Date,
  language: Language,
): string {
  const ja = language === 'ja';
  const { imageProvenance: origin } = next;
  const days = daysSince(next.imageCreatedAt, now);
  const other = origin !== null && origin.changes !== null && origin.previous !== imageId;
  const since = ja
    ? `${origin?.previous ?? 'なし'} からの変更`
    : `since ${origin?.previous ?? 'none'}`;
  const nothing = ja ? '由来は公開されていません' : 'nothing was published of it';
  const facts = [
    next.imageId,
    ...(days === null ? [] : [imageAgeText(days, language)]),
    origin === null ? nothing : imageChangesText(origin, language),
    ...(other ? [since] : []),
  ].join(ja ? '、' : ', ');
  return ja
    ? `入れ替えると次のイメージになります: ${facts}。`
    : `A replacement would be from ${facts}.`;
}

/** Age in days of what was made at a moment (ISO 8601); null when nobody knows the moment. */
export function daysSince(createdAt: string | null, now: Date): number | null {
  return createdAt === null ? null : (now.getTime() - new Date(createdAt).getTime()) / dayMs;
}
