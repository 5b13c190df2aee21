import type { ServiceFileFault } from './service-file.ts';

/** The fault of a file or folder that the system does not let us read. Anything but its refusal goes on. */
export function unreadable(file: string, error: unknown): ServiceFileFault {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { file, fault: 'file-unreadable', facts: { detail: code } };
}
