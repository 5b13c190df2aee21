import { z } from 'zod';

const text = z.string().min(1);

/** Answers of SSO OIDC and of the portal, as far as they are used. */
export const registered = z.object({
  clientId: text,
  clientSecret: text,
  /** Seconds since the epoch. */
  clientSecretExpiresAt: z.number(),
});

export const started = z.object({
  deviceCode: text,
  userCode: text,
  verificationUri: z.url(),
  verificationUriComplete: z.url(),
  /** Seconds. */
  expiresIn: z.number(),
  interval: z.number().default(5),
});

export const token = z.object({
  accessToken: text,
  refreshToken: text.optional(),
  /** Seconds. */
  expiresIn: z.number(),
});

export const credentials = z.object({
  roleCredentials: z.object({
    accessKeyId: text,
    secretAccessKey: text,
    sessionToken: text,
    /** Milliseconds since the epoch. */
    expiration: z.number(),
  }),
});
