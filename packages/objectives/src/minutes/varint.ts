// Numbers up to 2^53 in sevens of bits, least first: bit operators of the language stop at 32.
const continued = 0x80;

export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value);
  }

  unsigned(value: number): void {
    let rest = value;
    while (rest >= continued) {
      this.#bytes.push((rest % continued) + continued);
      rest = Math.floor(rest / continued);
    }
    this.#bytes.push(rest);
  }

  /** The sign in the lowest bit, six bits beside it: twice 2^53 would not be exact. */
  signed(value: number): void {
    const size = Math.abs(value);
    const more = size >= 64;
    this.#bytes.push((size % 64) * 2 + (value < 0 ? 1 : 0) + (more ? continued : 0));
    if (more) this.unsigned(Math.floor(size / 64));
  }

  /** A difference alone is a run of one, as most are where there is traffic; a zero byte opens a longer one. */
  run(length: number, difference: number): void {
    if (length > 1 || difference === 0) {
      this.#bytes.push(0);
      this.unsigned(length);
    }
    this.signed(difference);
  }

  /** The bytes with their sum behind them. */
  sealed(): Uint8Array {
    const sum = checksum(this.#bytes, this.#bytes.length);
    return Uint8Array.from([
      ...this.#bytes,
      sum & 255,
      (sum >>> 8) & 255,
      (sum >>> 16) & 255,
      sum >>> 24,
    ]);
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at = 0;

  private constructor(bytes: Uint8Array, end: number) {
    this.#bytes = bytes;
    this.#end = end;
  }

  /** Errors: throws `RangeError` when the sum behind the bytes is not theirs. */
  static opened(bytes: Uint8Array): ByteReader {
    const end = bytes.length - 4;
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(Math.max(end, 0));
    const sealed = (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
    if (end < 0 || sealed !== checksum(bytes, end)) throw new RangeError('a stored day is damaged');
    return new ByteReader(bytes, end);
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined || this.#at >= this.#end) throw new RangeError('a stored day is cut');
    this.#at += 1;
    return value;
  }

  unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= continued) {
      const byte = this.byte();
      value += (byte % continued) * scale;
      if (!Number.isSafeInteger(value)) throw new RangeError('a stored number is too great');
      if (byte < continued) return value;
    }
  }

  signed(): number {
    return this.#signedFrom(this.byte());
  }

  run(): { readonly length: number; readonly difference: number } {
    const first = this.byte();
    if (first !== 0) return { length: 1, difference: this.#signedFrom(first) };
    const length = this.unsigned();
    if (length === 0) throw new RangeError('a stored run is empty');
    return { length, difference: this.signed() };
  }

  atEnd(): boolean {
    return this.#at === this.#end;
  }

  #signedFrom(first: number): number {
    const low = (first % continued) >> 1;
    const size = first >= continued ? low + this.unsigned() * 64 : low;
    if (!Number.isSafeInteger(size)) throw new RangeError('a stored number is too great');
    return first % 2 === 1 ? -size : size;
  }
}

/** FNV-1a, 32 bits. */
function checksum(bytes: ArrayLike<number>, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < end; at += 1) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
}
