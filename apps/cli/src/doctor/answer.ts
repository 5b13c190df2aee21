import { contract, type Finding, type OutputOf, readFinding } from '@sekisho/contract';

/** What a server answered, as far as this version understands it. */
export type Answer = OutputOf<'doctor.examine'>;

const { shape } = contract['doctor.examine'].output;

/** Reads an answer; checks that this version does not know are kept. Null when it is none of Sekisho's. */
export function readAnswer(said: unknown): Answer | null {
  const { findings, ...rest } = (said ?? {}) as { readonly findings?: unknown };
  if (!Array.isArray(findings)) return null;
  const known = findings.flatMap((each): Finding[] => {
    const read = readFinding(each);
    return read === null ? [] : [read];
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
