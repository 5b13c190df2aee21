import type { RecordedSession } from '@sekisho/contract';
import { recordingPhrases } from '@sekisho/words/recordings';
import { useSay } from '../shared/say.ts';

/** Names whoever opened a session; of somebody who is not in the roster only AWS knows more. */
export function useWho(): (session: Pick<RecordedSession, 'person'>) => string {
  const { person, language } = useSay();
  return ({ person: id }) => (id === null ? recordingPhrases.unknownPerson[language] : person(id));
}
