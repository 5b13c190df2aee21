/** A device that asks for somebody to sign it in (RFC 8628). */
export interface DeviceRow {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly expiresAt: number;
  /** Who signed it in, or null while nobody has. */
  readonly userId: string | null;
}

/** What a person who signed in has: it opens the access portal until it ends. */
export interface PortalTokenRow {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly userId: string;
  readonly expiresAt: number;
}
