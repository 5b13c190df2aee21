/**
 * Quotas on demand by the letters that a type's name begins with; whatever is not among them counts as
 * standard only where AWS says so. Source: Service Quotas, "Amazon Elastic Compute Cloud (Amazon EC2)",
 * and EC2 User Guide, "On-Demand Instance quotas".
 */
const codes: Readonly<Record<string, string>> = {
  ...{ dl: 'L-6E869C2A', f: 'L-74FC7D96', g: 'L-DB2E81BA', gr: 'L-DB2E81BA', vt: 'L-DB2E81BA' },
  ...{ hpc: 'L-F7808C92', inf: 'L-1945791B', p: 'L-417A185B', trn: 'L-2C3B7624' },
  ...{ u: 'L-43DA4232', x: 'L-7295265B' },
};
const standard = new Set(['a', 'c', 'd', 'h', 'i', 'im', 'is', 'm', 'r', 't', 'z']);

/** Code of the quota on demand that an instance of a type counts against; null where it is not known. */
export function quotaCodeOf(instanceType: string): string | null {
  const letters = /^[a-z]+/.exec(instanceType)?.[0] ?? '';
  return standard.has(letters) ? 'L-1216C47A' : (codes[letters] ?? null);
}
