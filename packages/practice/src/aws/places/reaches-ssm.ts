import type { Moment } from '../operation.ts';
import type { TemplateVersion } from '../world/records.ts';
import { traitsOf } from './traits.ts';

/** Whether what a version launches reaches Systems Manager: by a way out of its subnet, or by endpoints of the VPC. */
export function reachesSsm(
  moment: Moment,
  { routeToSsm, settings }: Pick<TemplateVersion, 'routeToSsm' | 'settings'>,
): boolean {
  const { endpoints, wayOut, publicSubnets } = traitsOf(moment.world, moment);
  if (endpoints.includes('ssm') && endpoints.includes('ssmmessages')) return true;
  // An internet gateway lets out only what has a public address.
  const isPublic = (settings === undefined ? false : settings.publicAddress) ?? publicSubnets;
  return routeToSsm && (wayOut !== 'internet' || isPublic);
}
