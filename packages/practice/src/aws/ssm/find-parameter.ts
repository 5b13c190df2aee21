import type { Moment } from '../operation.ts';
import type { Parameter, ParameterVersion } from '../world/parameter-records.ts';
import type { Place } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey, type World } from '../world/world.ts';

const alias = 'resolve:ssm:';

type Where = Pick<Moment, 'world'> & Place;

/** The image that `resolve:ssm:…` names; any other id is itself. Errors: `InvalidParameterValue`. */
export function resolveImage(where: Where, imageId: string): string {
  if (!imageId.startsWith(alias)) return imageId;
  const found = findParameter(where, imageId.slice(alias.length));
  if (found !== null) return found.Value;
  throw new Refusal('InvalidParameterValue', `Unable to resolve the parameter in ${imageId}.`);
}

/** A parameter by its name, or by its ARN, in this account and region, with `:VERSION` behind it or not. */
export function findParameter({ world, account, region }: Where, asked: string) {
  const place = { account, region };
  const arn = `arn:aws:ssm:${region}:${account}:parameter`;
  const [name = '', selector] = (asked.startsWith(arn) ? asked.slice(arn.length) : asked).split(
    ':',
  );
  const parameter = world.parameters.get(parameterKey(place, name));
  const version = shownVersions(world, parameter).findLast(
    ({ number }) => selector === undefined || String(number) === selector,
  );
  if (parameter === undefined || version === undefined) return null;
  return {
    ...{ Name: parameter.name, Type: parameter.type, DataType: parameter.dataType },
    ...{ Value: version.value, Version: version.number },
    ...(selector === undefined ? {} : { Selector: `:${selector}` }),
    LastModifiedDate: new Date(version.writtenAt),
    ARN: `${arn}/${parameter.name.replace(/^\//, '')}`,
  };
}

/** Versions of a parameter that AWS has taken by now, oldest first. */
export function shownVersions(
  { clock }: Pick<World, 'clock'>,
  parameter: Parameter | undefined,
): readonly ParameterVersion[] {
  return (parameter?.versions ?? []).filter(({ countsAt = 0 }) => countsAt <= clock);
}

/** Where a parameter is kept. */
export function parameterKey(place: Place, name: string): string {
  return `${placeKey(place)}/${name.replace(/^\//, '')}`;
}
