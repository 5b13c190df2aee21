const browsers = [
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrom', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** A browser in words that its owner recognizes: `Firefox, macOS`. It says what it likes, so it proves nothing. */
export function clientOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const named = [browsers, systems].map(
    (known) => known.find(([mark]) => text.includes(mark))?.[1] ?? null,
  );
  const words = named.filter((word) => word !== null).join(', ');
  return words === '' ? text.slice(0, 60) || '?' : words;
}
