/** Where backups are kept beyond this machine. */
export interface BackupStore {
  /**
   * Keeps bytes under a key that nothing has yet, all of them or nothing.
   * Errors: `CloudError`, `conflict` when something else is there, `unknown-outcome` when it may be there
   * and nobody can tell; those of the bytes, as they are.
   * @param told is called now and then with how many bytes have arrived
   */
  write(
    key: string,
    bytes: AsyncIterable<Uint8Array>,
    told?: (sent: number) => void,
  ): Promise<void>;
  /** Begins to read. Errors: `CloudError`, `not-found` when nothing is there; the bytes end with one, too. */
  read(key: string): Promise<AsyncIterable<Uint8Array>>;
  close(): void;
}
