import { DescribeLaunchTemplateVersionsCommand } from '@aws-sdk/client-ec2';
import { CloudError, type ResolvedTemplate } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from './failures.ts';
import { imageCreatedAt } from './image.ts';

export const actions = ['ec2:DescribeLaunchTemplateVersions'] as const;

const answer = z.object({
  LaunchTemplateVersions: z
    .array(
      z.object({
        LaunchTemplateId: z.string().min(1),
        VersionNumber: z.number().int().positive(),
        LaunchTemplateData: z.object({ ImageId: z.string().optional() }),
      }),
    )
    .length(1),
});

/** A template may be named by its id too, as `sekisho.yaml` allows. */
const TEMPLATE_ID = /^lt-[0-9a-f]{8,17}$/;

/** Pins the template's default version to its number and reads its image's age. */
export async function resolveTemplate(
  connection: Connection,
  template: { readonly name: string; readonly instanceType: string },
): Promise<ResolvedTemplate> {
  const command = new DescribeLaunchTemplateVersionsCommand({
    ...(TEMPLATE_ID.test(template.name)
      ? { LaunchTemplateId: template.name }
      : { LaunchTemplateName: template.name }),
    Versions: ['$Default'],
  });
  const { LaunchTemplateVersions } = await ask(connection.signal, ec2Failures, answer, (options) =>
    connection.clients.ec2.read.send(command, options),
  );
  const version = LaunchTemplateVersions[0]!;
  const imageId = fixedImage(template.name, version.LaunchTemplateData.ImageId);
  return {
    launchTemplateId: version.LaunchTemplateId,
    version: String(version.VersionNumber),
    imageId,
    imageCreatedAt: await imageCreatedAt(connection, imageId),
    instanceType: template.instanceType,
  };
}

/** A template may name its image by a parameter; what that means can change after the approval. */
function fixedImage(name: string, imageId: string | undefined): string {
  if (imageId?.startsWith('ami-')) return imageId;
  const detail = `launch template ${name} must name its image by id (ami-…), not ${imageId ?? 'leave it out'}: what is approved is what is launched`;
  throw new CloudError('invalid', 'UnpinnedImage', detail);
}
