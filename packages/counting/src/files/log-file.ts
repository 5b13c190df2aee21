/** One file to count. */
export interface LogFile {
  /** As the reader knows it. */
  readonly name: string;
  /** Absolute; null for standard input. */
  readonly path: string | null;
  /** Bytes on disk; 0 for standard input and pipes, which cannot be read twice. */
  readonly size: number;
}
