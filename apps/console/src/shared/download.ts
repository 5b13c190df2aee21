/** Hands a text to the reader as a file. */
export function download(name: string, text: string, type: string): void {
  // The mark tells Excel that Japanese is UTF-8.
  const mark = type.startsWith('text/csv') ? '\ufeff' : '';
  const url = URL.createObjectURL(new Blob([mark, text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
