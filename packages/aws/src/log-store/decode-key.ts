import { SourceError } from '@sekisho/core/sources';

/**
 * The key of an object that S3 has written as forms are: `+` for a blank, `%XX` for bytes.
 * Source: Amazon S3 User Guide, "Event message structure": `red flower.jpg` becomes `red+flower.jpg`.
 * @throws {SourceError} `bad-answer`
 */
export function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch (error) {
    throw new SourceError('bad-answer', 'S3 names an object in no known spelling', {
      cause: error,
    });
  }
}

/** An etag without the quotes that some answers put around it and others do not. */
export function etagOf(said: string): string {
  return said.replace(/^"(.*)"$/, '$1');
}
