/** An id has a digit or the prefix of its kind: `re-indexing` is a word. */
const leasePattern = /^(?:(?:ops|acc|ci|mem)-[0-9a-z]{6,20}|(?=.*\d)[a-z]{2,4}-[0-9a-z]{6,20})$/;

/** Whether a word of a command is the id of a lease. @param word in lower case */
export function isLeaseId(word: string): boolean {
  return leasePattern.test(word);
}
