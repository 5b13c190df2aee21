export { createSignIn, type SignInSettings } from './create-sign-in.ts';
export { type FederationSettings, federatedLink } from './federated-link.ts';
export type {
  DeviceRequest,
  PortalToken,
  Registration,
  RoleCredentials,
  SignIn,
} from './sign-in.ts';
