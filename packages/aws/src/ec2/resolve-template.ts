import { DescribeLaunchTemplateVersionsCommand } from '@aws-sdk/client-ec2';
import type { ResolvedTemplate, TemplateWish } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from './failures.ts';
import { imageCreatedAt } from './image.ts';
import { namedImage } from './named-image.ts';

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

/** How EC2 is told of a template. */
export function templateNamed(name: string) {
  return TEMPLATE_ID.test(name) ? { LaunchTemplateId: name } : { LaunchTemplateName: name };
}

/** Pins the template's version to its number, and its image, of which it reads the age. */
export async function resolveTemplate(
  connection: Connection,
  { name, version: wanted = '$Default', instanceType }: TemplateWish,
): Promise<ResolvedTemplate> {
  const command = new DescribeLaunchTemplateVersionsCommand({
    ...templateNamed(name),
    Versions: [wanted],
  });
  const { LaunchTemplateVersions } = await ask(connection.signal, ec2Failures, answer, (options) =>
    connection.clients.ec2.read.send(command, options),
  );
  const version = LaunchTemplateVersions[0]!;
  const image = await namedImage(connection, name, version.LaunchTemplateData.ImageId);
  return {
    launchTemplateId: version.LaunchTemplateId,
    version: String(version.VersionNumber),
    ...image,
    imageCreatedAt: await imageCreatedAt(connection, image.imageId),
    instanceType,
  };
}
