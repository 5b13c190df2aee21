/** A string of standard SQL: only the quote is special. Control characters are written by number, so that no line of output is broken by them. */
export function standardLiteral(text: string): string {
  const parts = text
    .toWellFormed()
    .split(controls)
    .filter((part) => part !== '')
    .map((part) =>
      isControl(part) ? `chr(${part.charCodeAt(0)})` : `'${part.replaceAll("'", "''")}'`,
    );
  if (parts.length === 0) return "''";
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' || ')})`;
}

const controls = /([\u0000-\u001f\u007f-\u009f\u2028\u2029])/;

function isControl(part: string): boolean {
  return part.length === 1 && controls.test(part);
}

/** A name of standard SQL, in double quotes. */
export function standardIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
