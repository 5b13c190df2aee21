import { useEffect, useRef } from 'react';
import { clock } from '../shared/moments.ts';
import { useSay } from '../shared/say.ts';
import { fileAddress, type SlackMessage } from './api.ts';
import { Blocks } from './blocks.tsx';
import classes from './chat.module.css';
import { Mrkdwn, useNames } from './text.tsx';
import { useMessageSurface } from './use-surface.ts';

interface MessageListProps {
  readonly messages: readonly SlackMessage[];
  readonly user: string;
  readonly channel: string;
}

/** The messages of a channel, oldest first, replies under what they answer. */
export function MessageList({ messages, user, channel }: MessageListProps) {
  const { t } = useSay();
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.ts;
  useEffect(() => {
    if (last) end.current?.scrollIntoView({ block: 'end' });
  }, [last]);
  const roots = messages.filter(({ ts, thread_ts }) => !thread_ts || thread_ts === ts);
  const replies = (root: string) =>
    messages.filter(({ ts, thread_ts }) => thread_ts === root && ts !== root);
  return (
    <div className={classes.messages} role="log" aria-label={t.chat.messages} tabIndex={0}>
      {roots.length === 0 && <p className={classes.context}>{t.chat.noMessages}</p>}
      {roots.map((message) => (
        <div key={message.ts}>
          <MessageView message={message} user={user} channel={channel} />
          {replies(message.ts).length > 0 && (
            <div className={classes.thread}>
              {replies(message.ts).map((reply) => (
                <MessageView key={reply.ts} message={reply} user={user} channel={channel} />
              ))}
            </div>
          )}
        </div>
      ))}
      <div ref={end} />
    </div>
  );
}

interface MessageViewProps {
  readonly message: SlackMessage;
  readonly user: string;
  readonly channel: string;
}

function MessageView({ message, user, channel }: MessageViewProps) {
  const { t } = useSay();
  const names = useNames();
  const surface = useMessageSurface(user, channel, message.ts);
  const attachments = message.attachments ?? [];
  const blocks = message.blocks ?? [];
  const bare = blocks.length === 0 && attachments.every(({ blocks: own }) => !own?.length);
  return (
    <article
      className={classes.message}
      data-ephemeral={message.is_ephemeral || undefined}
      data-testid="message"
      data-ts={message.ts}
    >
      <header className={classes.from}>
        <strong>{names.get(message.user) ?? message.user}</strong>
        <span className={classes.when}>{clock(Number(message.ts) * 1000)}</span>
        {message.edited !== undefined && <span className={classes.when}>{t.chat.edited}</span>}
        {message.is_ephemeral && <span className={classes.only}>{t.chat.onlyYou}</span>}
      </header>
      {bare && <Mrkdwn source={message.text} />}
      {blocks.length > 0 && <Blocks blocks={blocks} surface={surface} />}
      {(message.files ?? []).map((file) => (
        <figure key={file.id} className={classes.picture}>
          <figcaption>{file.title}</figcaption>
          <img src={fileAddress(user, file.id)} alt={file.alt_txt} />
        </figure>
      ))}
      {attachments.map((attachment, index) => (
        <div
          key={`${index} ${attachment.color ?? ''}`}
          className={classes.attachment}
          data-banded={attachment.color !== undefined || undefined}
        >
          {attachment.text && <Mrkdwn source={attachment.text} />}
          <Blocks blocks={attachment.blocks ?? []} surface={surface} />
        </div>
      ))}
    </article>
  );
}
