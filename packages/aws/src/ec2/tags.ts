/** Tags as AWS wants them, sorted, so that equal tags make equal requests. */
export function toAwsTags(
  tags: Readonly<Record<string, string>>,
): { Key: string; Value: string }[] {
  return Object.keys(tags)
    .sort()
    .map((key) => ({ Key: key, Value: tags[key] ?? '' }));
}
