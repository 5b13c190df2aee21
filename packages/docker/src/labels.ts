/** Labels that containers and notes bear besides a lease's tags. */
export const labels = {
  installation: 'sekisho:installation',
  lease: 'sekisho:lease',
  holder: 'sekisho:holder',
  /** The token that a container was launched with, which is its name too. */
  token: 'sekisho:token',
  size: 'sekisho:size',
  /** Kind of a note. */
  note: 'sekisho:note',
  /** What a note is about. */
  of: 'sekisho:of',
  /** Which of the notes about one thing is the newest. */
  turn: 'sekisho:turn',
  value: 'sekisho:value',
} as const;
