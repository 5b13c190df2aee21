import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Waiting } from '../shared/section.tsx';
import type { SlackUser } from './api.ts';
import { ChannelList } from './channel-list.tsx';
import classes from './chat.module.css';
import { Composer } from './composer.tsx';
import { HomeView } from './home-view.tsx';
import { MessageList } from './message-list.tsx';
import { Pipeline } from './pipeline/pipeline.tsx';
import { channelOf } from './search.ts';
import { SlackModal } from './slack-modal.tsx';
import { slackUserOf } from './slack-user.ts';
import { NamesProvider } from './text.tsx';
import { useChannels, useMessages, useOpenView, useSlackStream, useWorkspace } from './use-chat.ts';

/** Practice Slack, as the person whose hat is worn. */
export function ChatPage() {
  const { t } = useSay();
  const me = useMe();
  const workspace = useWorkspace();
  const user = slackUserOf(me.person, workspace.data?.users ?? []);
  return (
    <Page title={t.chat.title} lead={t.chat.lead}>
      {workspace.error && (
        <ProblemNote error={workspace.error} retry={() => void workspace.refetch()} />
      )}
      {!workspace.data && !workspace.error && <Waiting lines={4} height={60} />}
      {workspace.data && !user && <Empty text={`${t.chat.nobody} ${t.chat.nobodyFix}`} />}
      {workspace.data && user && (
        <Workspace key={user.id} user={user.id} users={workspace.data.users} />
      )}
    </Page>
  );
}

interface WorkspaceProps {
  readonly user: string;
  readonly users: readonly SlackUser[];
}

function Workspace({ user, users }: WorkspaceProps) {
  useSlackStream(user);
  const channels = useChannels(user);
  const list = channels.data?.channels ?? [];
  const { channel } = useSearch({ from: '/chat' });
  const navigate = useNavigate({ from: '/chat' });
  const open =
    channel === 'home' || channel === 'pipeline' ? channel : (channelOf(list, channel)?.id ?? '');
  const onOpen = (id: string) => {
    const name = list.find((one) => one.id === id)?.name ?? id;
    void navigate({ search: { channel: name }, replace: true });
  };
  const names = new Map([
    ...users.map((one): [string, string] => [one.id, one.real_name || one.name]),
    ...list.flatMap(({ id, name }): [string, string][] => (name ? [[id, name]] : [])),
  ]);
  const view = useOpenView(user).data?.view ?? null;
  return (
    <NamesProvider value={names}>
      <div className={classes.workspace}>
        <ChannelList channels={list} open={open} onOpen={onOpen} />
        <div className={classes.pane}>
          <Place user={user} open={open} />
        </div>
      </div>
      {view && <SlackModal key={view.id} view={view} user={user} />}
    </NamesProvider>
  );
}

function Place({ user, open }: { readonly user: string; readonly open: string }) {
  if (open === 'home') return <HomeView user={user} />;
  if (open === 'pipeline') return <Pipeline />;
  return <Channel user={user} channel={open} />;
}

function Channel({ user, channel }: { readonly user: string; readonly channel: string }) {
  const messages = useMessages(user, channel);
  if (messages.error) return <ProblemNote error={messages.error} />;
  if (!messages.data) return <Waiting lines={4} height={60} />;
  return (
    <>
      <MessageList messages={messages.data.messages} user={user} channel={channel} />
      <Composer user={user} channel={channel} />
    </>
  );
}
