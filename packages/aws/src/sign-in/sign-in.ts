/** What a person's own sign-in to IAM Identity Center is made of; no server of ours sees any of it. */
export interface SignIn {
  /** Makes this program known; the answer is good for months. */
  register(): Promise<Registration>;
  /** Begins to sign a person in on whatever device has a browser. */
  startDevice(registration: Registration): Promise<DeviceRequest>;
  /** Asks once whether the person has agreed. */
  askDevice(registration: Registration, device: DeviceRequest): Promise<DeviceAnswer>;
  /** A new token for an old one; null when the person must sign in again. */
  refresh(registration: Registration, refreshToken: string): Promise<PortalToken | null>;
  /**
   * Credentials of a permission set in an account. Errors: `CloudError`; its `vendorCode` is
   * `UnauthorizedException` for a token that is no good any more, and `ForbiddenException` where
   * the person has not been assigned the set (yet).
   */
  roleCredentials(
    accessToken: string,
    of: { readonly account: string; readonly permissionSet: string },
  ): Promise<RoleCredentials>;
  close(): void;
}

/** Moments are in milliseconds since the epoch. */
export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly expiresAt: number;
}

export interface DeviceRequest {
  readonly deviceCode: string;
  /** What the person compares, or types. */
  readonly userCode: string;
  readonly url: string;
  /** The same with the code in it. */
  readonly completeUrl: string;
  readonly expiresAt: number;
  /** Milliseconds between two questions, at the least. */
  readonly interval: number;
}

export type DeviceAnswer =
  | { readonly kind: 'agreed'; readonly token: PortalToken }
  | { readonly kind: 'pending' | 'too-fast' | 'refused' | 'expired' };

export interface PortalToken {
  readonly accessToken: string;
  /** Null where the sign-in cannot be prolonged. */
  readonly refreshToken: string | null;
  readonly expiresAt: number;
}

export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAt: number;
}
