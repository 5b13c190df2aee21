import { z } from 'zod';
import { runningSince } from '../machine/phases.ts';
import { operation } from '../operation.ts';
import { findInstances } from './find-instance.ts';
import { flag } from './input.ts';

/**
 * `GetConsoleOutput`: what the machine has written there since it booted, of which practice knows what its image
 * makes it write once its programs run.
 */
export const getConsoleOutput = operation({
  service: 'ec2',
  input: z.strictObject({ InstanceId: z.string(), Latest: flag.optional() }),
  run: (moment, input) => {
    const [instance] = findInstances(moment, [input.InstanceId]);
    const image = moment.world.images.get(instance?.imageId ?? '');
    const up = instance !== undefined && runningSince(instance, moment.now) !== null;
    const text = up && (instance.agentAt ?? 0) <= moment.now ? (image?.prints ?? '') : '';
    return {
      instanceId: input.InstanceId,
      timestamp: new Date(moment.now),
      output: Buffer.from(text).toString('base64'),
    };
  },
});
