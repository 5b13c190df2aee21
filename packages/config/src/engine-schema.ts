import { z } from 'zod';
import { secretVariable } from './schema-fields.ts';

/* A container engine that runs ops servers, and what its containers are made of. */

export const imageReference = z
  .string()
  .max(400)
  .regex(/^[a-z0-9][a-z0-9._:/-]*(:[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})$/, 'image-reference')
  .describe('Image with its tag or digest, which the engine must have already.');

/** Cores, and memory in mebibytes or gibibytes. */
export const containerSize = z
  .string()
  .regex(/^(0\.[1-9]|[1-9]\d{0,2}(\.\d)?)cpu-([1-9]\d{0,4})[mg]$/, 'container-size');

export const engineSchema = z.strictObject({
  endpoint: z
    .string()
    .regex(
      /^(unix:\/\/(\/[A-Za-z0-9._@-]+)+|tcp:\/\/[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:([1-9]\d{1,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5]))$/,
      'engine-endpoint',
    )
    .describe('unix:///path/of/docker.sock, or tcp://host:2376 with certificates.'),
  certificatesVariable: secretVariable('docker')
    .optional()
    .describe(
      'Environment variable of the server that holds the folder of ca.pem, cert.pem and key.pem.',
    ),
  network: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, 'engine-network')
    .describe('Network of the engine that servers join, or "none".'),
  context: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, 'engine-network')
    .optional()
    .describe('Docker context by which holders reach the engine; its endpoint without it.'),
});
