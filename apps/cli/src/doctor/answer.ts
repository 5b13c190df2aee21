import { contract, type Finding, finding, type OutputOf } from '@sekisho/contract';

/** What a server answered, as far as this version understands it. */
export type Answer = OutputOf<'doctor.examine'>;

const { shape } = contract['doctor.examine'].output;

/** Reads an answer: checks of a newer server are left out. Null when it is none of Sekisho's. */
export function readAnswer(said: unknown): Answer | null {
  const { findings, ...rest } = (said ?? {}) as { readonly findings?: unknown };
  if (!Array.isArray(findings)) return null;
  const known = findings.flatMap((each): Finding[] => {
    const { data } = finding.safeParse(each);
    return data === undefined ? [] : [data];
  });
  if (findings.length > 0 && known.length === 0) return null;
  const { installation, practice, examinedAt, milliseconds } = rest as Partial<Answer>;
  const read = {
    installation: shape.installation.safeParse(installation).data,
    practice: shape.practice.safeParse(practice).data,
    examinedAt: shape.examinedAt.safeParse(examinedAt).data,
    milliseconds: shape.milliseconds.safeParse(milliseconds).data,
  };
  if (Object.values(read).includes(undefined)) return null;
  return { ...(read as Omit<Answer, 'findings'>), findings: known };
}
