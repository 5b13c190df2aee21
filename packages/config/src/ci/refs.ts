/**
 * Whether a ref fits any of these: `*` stands for anything but a slash, `**` for anything, all else
 * for itself. Each is anchored as a whole, so that no alternative escapes its ends.
 */
export function fitsAnyRef(refs: readonly string[]): (ref: string) => boolean {
  const patterns = refs.map((one) => new RegExp(`^(?:${sourceOf(one)})$`));
  return (ref) => patterns.some((pattern) => pattern.test(ref));
}

function sourceOf(ref: string): string {
  return ref
    .split(/(\*{1,2})/)
    .map((part) => {
      if (part === '**') return '.*';
      return part === '*' ? '[^/]*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
}
