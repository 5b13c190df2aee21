import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { CloudError } from '@sekisho/core/cloud';

/** Metadata by which an upload knows its object again. */
export const nameOfUpload = 'sekisho-upload';

/** What S3 answers to a request that it has obeyed already. */
const refusals = ['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchUpload'];

/**
 * Whether S3 refused a repetition: the SDK sends again what was not answered, and the first may have
 * been obeyed. Source: Amazon S3 User Guide, "How to prevent object overwrites with conditional writes".
 */
export function isRepeated(error: unknown): boolean {
  const { name, $metadata } = error as Error & {
    readonly $metadata?: { readonly attempts?: number };
  };
  return refusals.includes(name) && ($metadata?.attempts ?? 1) > 1;
}

/**
 * Whether an object is the one of this upload.
 * Errors: `CloudError`, `unknown-outcome`, when it cannot be looked at, as who only writes may not.
 */
export async function isOurs(
  client: Pick<S3Client, 'send'>,
  object: { readonly Bucket: string; readonly Key: string },
  upload: string,
): Promise<boolean> {
  const { Metadata } = await client.send(new HeadObjectCommand(object)).catch((error: unknown) => {
    const why = 'the answer was lost, and the object cannot be looked at';
    throw new CloudError('unknown-outcome', 'AnswerLost', why, error);
  });
  return Metadata?.[nameOfUpload] === upload;
}
