import type { OpsInstance } from '@sekisho/core/cloud';
import { z } from 'zod';

const tag = z.object({ Key: z.string(), Value: z.string().optional() });

/** The parts of EC2's `Instance` that ops servers need; an answer without them is unreadable. */
export const instanceAnswer = z.object({
  InstanceId: z.string().min(1),
  State: z.object({
    Name: z.enum(['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped']),
  }),
  ClientToken: z.string().optional(),
  InstanceType: z.string().min(1),
  ImageId: z.string(),
  LaunchTime: z.date(),
  IamInstanceProfile: z.object({ Arn: z.string().optional() }).optional(),
  PrivateIpAddress: z.string().optional(),
  Tags: z.array(tag).optional(),
});

/** EC2's instance in the port's words. */
export function toOpsInstance(answer: z.infer<typeof instanceAnswer>): OpsInstance {
  return {
    instanceId: answer.InstanceId,
    state: answer.State.Name,
    clientToken: answer.ClientToken || null,
    instanceType: answer.InstanceType,
    imageId: answer.ImageId,
    launchedAt: answer.LaunchTime.toISOString(),
    hasInstanceProfile: Boolean(answer.IamInstanceProfile?.Arn),
    privateIp: answer.PrivateIpAddress || null,
    tags: Object.fromEntries((answer.Tags ?? []).map(({ Key, Value }) => [Key, Value ?? ''])),
  };
}
