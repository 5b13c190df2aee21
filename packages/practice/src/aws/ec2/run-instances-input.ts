import { z } from 'zod';
import { count, strings, tag } from './input.ts';

export const runInstancesInput = z.strictObject({
  MinCount: count,
  MaxCount: count,
  ClientToken: z.string().optional(),
  LaunchTemplate: z
    .strictObject({
      LaunchTemplateId: z.string().optional(),
      LaunchTemplateName: z.string().optional(),
      Version: z.string().optional(),
    })
    .optional(),
  InstanceType: z.string().optional(),
  ImageId: z.string().optional(),
  SubnetId: z.string().optional(),
  SecurityGroupId: strings.optional(),
  IamInstanceProfile: z
    .strictObject({ Arn: z.string().optional(), Name: z.string().optional() })
    .optional(),
  InstanceInitiatedShutdownBehavior: z.enum(['stop', 'terminate']).optional(),
  MetadataOptions: z
    .strictObject({
      HttpTokens: z.enum(['optional', 'required']).optional(),
      HttpPutResponseHopLimit: count.optional(),
      HttpEndpoint: z.literal('enabled').optional(),
      InstanceMetadataTags: z.enum(['enabled', 'disabled']).optional(),
    })
    .optional(),
  TagSpecification: z
    .array(z.strictObject({ ResourceType: z.string(), Tag: z.array(tag).optional() }))
    .optional(),
  UserData: z.string().max(25_600).optional(),
});

export type RunInstancesInput = z.infer<typeof runInstancesInput>;
