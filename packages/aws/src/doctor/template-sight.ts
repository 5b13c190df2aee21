import { DescribeLaunchTemplateVersionsCommand } from '@aws-sdk/client-ec2';
import { CloudError, orCloudError, type TemplateSight } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from '../ec2/failures.ts';
import { imageCreatedAt } from '../ec2/image.ts';
import { namedImage } from '../ec2/named-image.ts';
import { templateNamed } from '../ec2/resolve-template.ts';

const data = z.object({
  ImageId: z.string().optional(),
  InstanceInitiatedShutdownBehavior: z.string().optional(),
  IamInstanceProfile: z
    .object({ Arn: z.string().optional(), Name: z.string().optional() })
    .optional(),
  MetadataOptions: z
    .object({ HttpTokens: z.string().optional(), InstanceMetadataTags: z.string().optional() })
    .optional(),
  NetworkInterfaces: z
    .array(
      z.object({
        AssociatePublicIpAddress: z.boolean().optional(),
        SubnetId: z.string().optional(),
      }),
    )
    .optional(),
});

const answer = z.object({
  LaunchTemplateVersions: z
    .array(z.object({ VersionNumber: z.number().int(), LaunchTemplateData: data }))
    .length(1),
});

/** What a template's default version says for itself. Errors: `not-found`, `denied`. */
export async function templateSight(connection: Connection, name: string): Promise<TemplateSight> {
  const { clients, signal } = connection;
  const command = new DescribeLaunchTemplateVersionsCommand({
    ...templateNamed(name),
    Versions: ['$Default'],
  });
  const { LaunchTemplateVersions } = await ask(signal, ec2Failures, answer, (options) =>
    clients.ec2.read.send(command, options),
  );
  const { VersionNumber, LaunchTemplateData: said } = LaunchTemplateVersions[0]!;
  const { MetadataOptions, NetworkInterfaces = [], IamInstanceProfile } = said;
  const { Arn = '', Name } = IamInstanceProfile ?? {};
  return {
    version: String(VersionNumber),
    ...(await imageOf(connection, name, said.ImageId)),
    requiresImdsV2: MetadataOptions?.HttpTokens === 'required',
    metadataTags: MetadataOptions?.InstanceMetadataTags === 'enabled',
    terminatesOnShutdown: said.InstanceInitiatedShutdownBehavior === 'terminate',
    publicAddress: publicAddressOf(NetworkInterfaces),
    subnet: NetworkInterfaces.find(({ SubnetId }) => SubnetId !== undefined)?.SubnetId ?? null,
    profile: Name ?? (Arn === '' ? null : (Arn.split('/').at(-1) ?? null)),
  };
}

/** EC2 gives an address to one interface alone; where none says anything, the subnet decides. */
function publicAddressOf(
  interfaces: readonly { readonly AssociatePublicIpAddress?: boolean | undefined }[],
): boolean | null {
  const said = interfaces.flatMap((each) => each.AssociatePublicIpAddress ?? []);
  return said.length === 0 ? null : said.includes(true);
}

/** What cannot be launched from is no failure here, but what is to be told. */
async function imageOf(connection: Connection, name: string, imageId: string | undefined) {
  const named = await orCloudError(namedImage(connection, name, imageId));
  if (!(named instanceof CloudError)) {
    const createdAt = await imageCreatedAt(connection, named.imageId);
    return { imageId: named.imageId, imageCreatedAt: createdAt };
  }
  if (named.failure !== 'invalid' && named.failure !== 'not-found') throw named;
  return { imageId: imageId ?? null, imageCreatedAt: null };
}
