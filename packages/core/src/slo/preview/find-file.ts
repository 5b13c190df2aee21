import type { Config, ServiceFile } from '@sekisho/config';
import { needSlo } from '../agreements/need-slo.ts';
import type { DefinitionTexts } from './check-draft.ts';

interface Asked {
  readonly id?: string | undefined;
  readonly file?: string | undefined;
}

/** Where a draft belongs, and what the server has read there. */
export interface DraftFile {
  readonly file: string;
  readonly exists: boolean;
  /** Null where there is none, or what was read is no text. */
  readonly current: string | null;
}

const newFile = 'services/new.yaml';

/**
 * The file that a draft is for: the one named, or that of an SLO. It is looked for among the files
 * that the configuration in force was read from; nothing is opened.
 * Errors: `slo-not-found`.
 */
export function findDraftFile(
  config: Config,
  { files }: DefinitionTexts,
  { id, file }: Asked,
): DraftFile {
  const name = file ?? (id === undefined ? newFile : needSlo(config, id).place.file);
  const found = files.find((one) => one.file === name);
  return { file: name, exists: found !== undefined, current: textOf(found) };
}

function textOf(file: ServiceFile | undefined): string | null {
  if (file === undefined || !('text' in file)) return null;
  if (typeof file.text === 'string') return file.text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.text);
  } catch {
    return null;
  }
}
