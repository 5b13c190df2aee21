import { seedRoles } from './seed-roles.ts';
import { practiceIdentityCenter } from './sso/place.ts';
import { seedDirectory } from './sso/seed-directory.ts';
import type { Place, Template, TemplateVersion } from './world/records.ts';
import { placeKey, type World } from './world/world.ts';

/** The accounts of practice, by environment. */
export const practiceAccounts = {
  production: '111111111111',
  staging: '222222222222',
  sandbox: '333333333333',
} as const;

export const practiceRegion = 'ap-northeast-1';
const templateName = 'sekisho-ops-server';
const day = 86_400_000;

/**
 * Fills an empty world: in every account a launch template with versions, its images and subnets.
 * Version 3 (latest) comes without a route to Systems Manager, and is not the default.
 *
 * @param now epoch milliseconds; ages are counted back from it
 */
export function seed(world: World, now: number): void {
  seedAllRoles(world, now);
  seedOrganization(world, now);
  for (const account of Object.values(practiceAccounts)) {
    seedPlace(world, { account, region: practiceRegion }, now);
  }
}

/** The roles of every account of practice. */
export function seedAllRoles(world: World, now: number): void {
  const { managementAccount, delegatedAdministrator } = practiceIdentityCenter;
  const accounts = [...Object.values(practiceAccounts), managementAccount, delegatedAdministrator];
  for (const account of accounts) seedRoles(world, account, now);
}

/** The organization, its directory, and who may use what. */
export function seedOrganization(world: World, now: number): void {
  seedDirectory(world, practiceAccounts, now);
}

/** The same for one account and region; its ids are made from the account's number. */
export function seedPlace(world: World, place: Place, now: number): void {
  const digits = place.account.slice(0, 12);
  const images = [120, 12].map((age, index) => ({
    ...place,
    id: `ami-0${digits}000${index + 1}`,
    name: `sekisho-ops-server-${new Date(now - age * day).toISOString().slice(0, 10)}`,
    createdAt: now - age * day,
  }));
  for (const image of images) world.images.put(image.id, image);
  const [old, fresh] = images;
  if (old === undefined || fresh === undefined) return;
  const version = versionMaker(place, now);
  const template: Template = {
    ...place,
    id: `lt-0${digits}0001`,
    name: templateName,
    createdAt: now - 120 * day,
    defaultVersion: 2,
    versions: [
      version(1, 'first', old.id, true),
      version(2, 'fresh image', fresh.id, true),
      version(3, 'isolated subnet: no route to SSM', fresh.id, false),
    ],
  };
  world.templates.put(`${placeKey(place)}/${template.id}`, template);
}

function versionMaker(place: Place, now: number) {
  return (
    number: number,
    description: string,
    imageId: string,
    routeToSsm: boolean,
  ): TemplateVersion => ({
    number,
    description,
    createdAt: now - (4 - number) * 10 * day,
    imageId,
    instanceType: 't3.small',
    subnetId: `subnet-0${place.account.slice(0, 12)}000${routeToSsm ? 1 : 2}`,
    profileArn: `arn:aws:iam::${place.account}:instance-profile/sekisho-ops-server`,
    routeToSsm,
  });
}
