import type { Service } from '../operation.ts';
import { type OperationName, operations } from '../operations.ts';
import { Refusal } from '../world/refusal.ts';

/** Narrows what came over the wire to what the operation takes. Errors: each service's own, naming the parameter. */
export function readInput(operation: OperationName, raw: unknown): unknown {
  const { service, input } = operations[operation];
  const parsed = input.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => (path === '' ? key : `${path}.${key}`)).join(', ');
    throw unknownParameter(service, names);
  }
  const missing = issue?.code === 'invalid_type' && valueAt(raw, issue.path) === undefined;
  throw badParameter(service, path, issue?.message ?? 'invalid', missing);
}

function unknownParameter(service: Service, names: string): Refusal {
  const message = `The parameter ${names} is not recognized, or practice does not model it.`;
  return new Refusal(service === 'ec2' ? 'UnknownParameter' : validationCode(service), message);
}

function badParameter(service: Service, path: string, why: string, missing: boolean): Refusal {
  if (service === 'ec2' && missing) {
    const message = `The request must contain the parameter ${path}`;
    return new Refusal('MissingParameter', message);
  }
  if (service === 'ec2') {
    return new Refusal('InvalidParameterValue', `Invalid value for parameter ${path}: ${why}`);
  }
  return new Refusal(validationCode(service), `1 validation error detected: ${path}: ${why}`);
}

function validationCode(service: Service): string {
  if (service === 's3') return 'InvalidArgument';
  if (service === 'logs') return 'InvalidParameterException';
  return service === 'sts' || service === 'iam' ? 'ValidationError' : 'ValidationException';
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const name of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[name];
  }
  return value;
}
