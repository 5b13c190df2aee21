import type { RecordingPlace } from '@sekisho/config';
import type { CloudScope } from '../../platform/cloud-scope.ts';
import type { SeenCommand } from '../audit/reader.ts';
import type { RecordingCloud } from '../cloud.ts';
import { eventText } from '../replay/event-text.ts';
import { objectKey } from '../replay/object-key.ts';
import { createCommandReader } from '../terminal/prompts.ts';
import { createScreenLines } from '../terminal/screen-lines.ts';
import { createCommandList } from './command-list.ts';

export interface ShownSeen {
  readonly recording: 's3' | 'cloudwatch';
  readonly commands: readonly SeenCommand[];
  readonly isWhole: boolean;
}

/** Read at once, and of one session in all: a recording may be larger than memory. */
const partBytes = 1024 * 1024;
const mostBytes = 64 * partBytes;

interface Asked {
  readonly cloud: RecordingCloud;
  readonly scope: CloudScope;
  readonly place: RecordingPlace;
  readonly session: string;
}

/** Finds a session's recording and reads commands off its screen; null while there is none. Errors: `CloudError`. */
export async function readShown(asked: Asked): Promise<ShownSeen | null> {
  return (await readStream(asked)) ?? (await readObject(asked));
}

/** Commands of a screen, line by line. */
function createScreenReader() {
  const lines = createScreenLines();
  const command = createCommandReader();
  const list = createCommandList();
  const take = (ended: readonly string[], at: Date | null) =>
    list.add(ended.flatMap((line) => ({ at, text: command(line) ?? '' })).filter(hasText));
  return {
    push: (piece: string, at: Date | null) => take(lines.push(piece), at),
    end: (at: Date | null) => take(lines.end(), at),
    list,
  };
}

function hasText({ text }: SeenCommand): boolean {
  return text !== '';
}

async function readStream({ cloud, scope, place, session }: Asked): Promise<ShownSeen | null> {
  if (place.logGroup === null) return null;
  const screen = createScreenReader();
  let [token, characters, at]: [string | null, number, Date | null] = [null, 0, null];
  do {
    const page = await cloud.readStream(scope, { group: place.logGroup, stream: session, token });
    if (page === null) return null;
    for (const event of page.events) {
      characters += event.message.length;
      at = new Date(event.at);
      screen.push(eventText(event.message), at);
    }
    token = page.next;
  } while (token !== null && characters < mostBytes && !screen.list.isFull());
  screen.end(at);
  const isWhole = token === null && !screen.list.isFull();
  return { recording: 'cloudwatch', commands: screen.list.commands, isWhole };
}

async function readObject({ cloud, scope, place, session }: Asked): Promise<ShownSeen | null> {
  if (place.s3 === null) return null;
  const { bucket } = place.s3;
  const key = objectKey(place.s3, session);
  const screen = createScreenReader();
  const decoder = new TextDecoder();
  let [from, size] = [0, 0];
  do {
    const part = await cloud.readObject(scope, { bucket, key, from, length: partBytes });
    if (part === null) return null;
    size = part.size;
    if (part.bytes.length === 0) break;
    from += part.bytes.length;
    screen.push(decoder.decode(part.bytes, { stream: true }), null);
  } while (from < size && from < mostBytes && !screen.list.isFull());
  screen.push(decoder.decode(), null);
  screen.end(null);
  return {
    recording: 's3',
    commands: screen.list.commands,
    isWhole: from >= size && !screen.list.isFull(),
  };
}
