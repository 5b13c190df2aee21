/** Stands for every member of a Terraform list, in the one string of an array that names it. */
export function each(list: string): string {
  return `<each ${list}>`;
}

/** The list that a string has a member of, or null. */
export function listIn(text: string): string | null {
  return /<each (\w+)>/.exec(text)?.[1] ?? null;
}
