import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { type Moment, operation } from '../operation.ts';
import type { ParameterVersion } from '../world/parameter-records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey } from '../world/world.ts';
import { findParameter, parameterKey, shownVersions } from './find-parameter.ts';

const name = z.string().min(1).max(2048);
/** Most characters of a value. Source: Parameter Store, "Managing parameter tiers". */
const room = { Standard: 4096, Advanced: 8192 } as const;

/**
 * `PutParameter`: plain text alone; a change needs `Overwrite`, and keeps the versions before. The id of an image
 * is looked at later: the answer is the same for one that is nobody's, which is then never taken.
 * Source: Systems Manager API Reference, PutParameter.
 */
export const putParameter = operation({
  service: 'ssm',
  input: z.strictObject({
    Name: name.regex(/^[\w.\-/]+$/),
    Value: z.string().min(1),
    Type: z.literal('String').optional(),
    DataType: z.enum(['text', 'aws:ec2:image']).optional(),
    Tier: z.enum(['Standard', 'Advanced', 'Intelligent-Tiering']).optional(),
    Description: z.string().max(1024).optional(),
    Overwrite: z.boolean().optional(),
  }),
  run: (moment, input) => {
    const key = parameterKey(moment, input.Name);
    const before = moment.world.parameters.get(key);
    if (before === undefined && input.Type === undefined) {
      throw new Refusal('ValidationException', 'A parameter type is required.');
    }
    if (before !== undefined && input.Overwrite !== true) {
      throw new Refusal('ParameterAlreadyExists', 'The parameter already exists.');
    }
    const dataType = before?.dataType ?? input.DataType ?? 'text';
    if (input.DataType !== undefined && input.DataType !== dataType) {
      throw new Refusal('ValidationException', 'The data type of a parameter cannot be changed.');
    }
    if (dataType === 'aws:ec2:image' && !/^ami-[0-9a-f]+$/.test(input.Value)) {
      throw new Refusal('ValidationException', 'The parameter value is no valid AMI ID.');
    }
    const tier = tierOf(input.Tier, input.Value);
    const number = (before?.versions.at(-1)?.number ?? 0) + 1;
    const { account, region, now: writtenAt, caller: writtenBy } = moment;
    const written = { number, value: input.Value, tier, writtenAt, writtenBy };
    const isImage = dataType === 'aws:ec2:image';
    if (isImage && !hasImage(moment, input.Value)) return { Version: number, Tier: tier };
    const version = isImage
      ? { ...written, countsAt: writtenAt + moment.world.timing.parameterMs }
      : written;
    moment.world.parameters.put(key, {
      ...{ account, region, name: input.Name, type: 'String', dataType },
      // AWS keeps the newest hundred.
      versions: [...(before?.versions ?? []), version].slice(-100),
    });
    return { Version: number, Tier: tier };
  },
});

function hasImage(moment: Moment, id: string): boolean {
  const image = moment.world.images.get(id);
  return image !== undefined && placeKey(image) === placeKey(moment);
}

function tierOf(asked = 'Standard', value: string): ParameterVersion['tier'] {
  const wide = asked === 'Intelligent-Tiering' && value.length > room.Standard;
  const tier = asked === 'Advanced' || wide ? 'Advanced' : 'Standard';
  if (value.length <= room[tier]) return tier;
  const message = `${tier} tier parameters support a maximum parameter value of ${room[tier]} characters.`;
  throw new Refusal('ValidationException', message);
}

/** `GetParameters`, at most ten; those that are not there are named. */
export const getParameters = operation({
  service: 'ssm',
  input: z.strictObject({
    Names: z.array(name).min(1).max(10),
    WithDecryption: z.boolean().optional(),
  }),
  run: (moment, { Names }) => {
    const found = Names.map((each) => findParameter(moment, each));
    return {
      Parameters: found.flatMap((each) => each ?? []),
      InvalidParameters: Names.filter((_, index) => found[index] === null),
    };
  },
});

/** `GetParameterHistory`: every version that is kept, oldest first. Errors: `ParameterNotFound`. */
export const getParameterHistory = operation({
  service: 'ssm',
  input: z.strictObject({
    Name: name,
    WithDecryption: z.boolean().optional(),
    MaxResults: z.number().int().optional(),
    NextToken: z.string().optional(),
  }),
  run: (moment, input) => {
    const parameter = moment.world.parameters.get(parameterKey(moment, input.Name));
    const versions = shownVersions(moment.world, parameter);
    if (parameter === undefined || versions.length === 0) {
      throw new Refusal('ParameterNotFound', `${input.Name} not found.`);
    }
    const keyOf = ({ number }: ParameterVersion) => String(1e9 + number);
    const rule = { least: 1, most: 50, usual: 50, errorCode: 'ValidationException' };
    const { items, nextToken } = pageOf(versions, keyOf, input, rule);
    const { type: Type, dataType: DataType } = parameter;
    return {
      Parameters: items.map((version) => ({
        ...{ Name: parameter.name, Type, DataType, Labels: [] },
        ...{ Value: version.value, Version: version.number, Tier: version.tier },
        LastModifiedDate: new Date(version.writtenAt),
        LastModifiedUser: version.writtenBy,
      })),
      NextToken: nextToken ?? undefined,
    };
  },
});
