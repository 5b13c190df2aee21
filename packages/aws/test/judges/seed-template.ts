import {
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2';

export interface SeededTemplate {
  readonly name: string;
  readonly instanceType: string;
}

/** Makes a launch template of two versions, of which the first stays the default. */
export async function seedTemplate(
  ec2: EC2Client,
  name: string,
  imageId: string,
): Promise<SeededTemplate> {
  const data = (instanceType: 't3.nano' | 't3.micro') => ({
    ImageId: imageId,
    InstanceType: instanceType,
  });
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: name,
      LaunchTemplateData: data('t3.nano'),
    }),
  );
  await ec2.send(
    new CreateLaunchTemplateVersionCommand({
      LaunchTemplateName: name,
      LaunchTemplateData: data('t3.micro'),
    }),
  );
  return { name, instanceType: 't3.micro' };
}
