import type { Pair } from '@sekisho/words';

interface RefusalDetails {
  /** HTTP status. */
  readonly status: number;
  /** The header, or the part of the request, that is wrong. */
  readonly field: string;
  readonly value: string;
  readonly why: Pair;
  readonly fix: Pair;
  /** Headers that belong to such an answer, as `Allow` does to 405. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that no verb will see: wrong address, header or bytes. Told as `bad-input`. */
export class DoorRefusal extends Error {
  readonly details: RefusalDetails;

  constructor(details: RefusalDetails) {
    super(`${details.field}: ${details.why.en}`);
    this.name = 'DoorRefusal';
    this.details = details;
  }
}
