import type { RecordedCommand } from '@sekisho/contract';
import { sessionsPage } from '@sekisho/words/recordings';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Waiting } from '../shared/section.tsx';
import { Replayer } from './replay/replayer.tsx';
import { useRecording } from './replay/use-recording.ts';

interface RecordedProps {
  readonly id: string;
  readonly commands: readonly RecordedCommand[];
  readonly from: number | null;
}

/** A recording as it is read; with xterm in a chunk that only this needs. */
export function Recorded({ id, commands, from }: RecordedProps) {
  const words = sessionsPage[useSay().language];
  const { cast, error, cut, retry } = useRecording(id);
  if (error !== null && cast === null) return <ProblemNote error={error} retry={retry} />;
  if (cast === null) return <Waiting lines={1} height={420} />;
  if (cast.whole && cast.events.length === 0) return <Empty text={words.empty} />;
  return (
    <>
      {error !== null && <ProblemNote error={error} retry={retry} />}
      <Replayer id={id} cast={cast} commands={commands} cut={cut} from={from} />
    </>
  );
}
