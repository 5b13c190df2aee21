/** Puts a part of a sentence only where its fact is known. */
export function given(fact: string, part: (fact: string) => string): string {
  return fact === '' ? '' : part(fact);
}
