import {
  CreateTagsCommand,
  EC2Client,
  RegisterImageCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

interface At {
  readonly endpoint: string;
  readonly region: string;
}

const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'x' };

/** Registers an image of the pipeline and answers its id. */
export async function registerImage(at: At, name: string): Promise<string> {
  const ec2 = new EC2Client({ ...at, credentials });
  const { ImageId = '' } = await ec2.send(new RegisterImageCommand({ Name: name }));
  const Tags = [{ Key: 'sekisho:image', Value: 'ops-server' }];
  await ec2.send(new CreateTagsCommand({ Resources: [ImageId], Tags }));
  ec2.destroy();
  return ImageId;
}

/** Values of parameters by their names; those that do not exist are missing. */
export async function readParameters(
  at: At,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ssm = new SSMClient({ ...at, credentials });
  const { Parameters = [] } = await ssm.send(new GetParametersCommand({ Names: [...names] }));
  ssm.destroy();
  return new Map(Parameters.map(({ Name = '', Value = '' }) => [Name, Value]));
}

/** Writes plain text over a parameter. */
export async function writeParameter(at: At, Name: string, Value: string): Promise<void> {
  const ssm = new SSMClient({ ...at, credentials });
  await ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true }));
  ssm.destroy();
}

/** Launches a server of practice's template from an image, and answers its id. */
export async function launchServer(at: At, ImageId: string): Promise<string> {
  const ec2 = new EC2Client({ ...at, credentials });
  const LaunchTemplate = { LaunchTemplateName: 'sekisho-ops-server' };
  const order = { MinCount: 1, MaxCount: 1, LaunchTemplate, ImageId };
  const { Instances } = await ec2.send(new RunInstancesCommand(order));
  ec2.destroy();
  return Instances?.[0]?.InstanceId ?? '';
}
