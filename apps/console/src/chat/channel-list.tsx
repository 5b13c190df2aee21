import { pipelineWords } from '@sekisho/words/pipeline';
import { useSay } from '../shared/say.ts';
import type { SlackChannel } from './api.ts';
import classes from './chat.module.css';
import { useNames } from './text.tsx';

interface ChannelListProps {
  readonly channels: readonly SlackChannel[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
}

/** Channels, direct messages, the app's home, and practice's pipeline. */
export function ChannelList({ channels, open, onOpen }: ChannelListProps) {
  const { t, language } = useSay();
  const names = useNames();
  const places = [
    ...channels.map(({ id, name, user, is_im }) => ({
      id,
      // The other side of a direct message that we see is always the app.
      text: is_im ? t.chat.app : `#${name ?? names.get(user ?? '') ?? id}`,
    })),
    { id: 'home', text: t.chat.home },
    { id: 'pipeline', text: pipelineWords(language).place },
  ];
  return (
    <nav className={classes.channels} aria-label={t.chat.channels}>
      {places.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          className={classes.channel}
          {...(id === open ? { 'aria-current': 'page' as const } : {})}
          onClick={() => onOpen(id)}
        >
          {text}
        </button>
      ))}
    </nav>
  );
}
