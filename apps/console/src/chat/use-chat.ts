import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  read,
  type SlackChannel,
  type SlackMessage,
  type SlackUser,
  type SlackView,
  streamAddress,
} from './api.ts';

export function useWorkspace() {
  return useQuery({
    queryKey: ['slack', 'users'],
    queryFn: () => read<{ users: readonly SlackUser[]; commands: readonly string[] }>('users', {}),
  });
}

export function useChannels(user: string) {
  return useQuery({
    queryKey: ['slack', 'channels', user],
    queryFn: () => read<{ channels: readonly SlackChannel[] }>('channels', { user }),
  });
}

export function useMessages(user: string, channel: string) {
  return useQuery({
    queryKey: ['slack', 'messages', user, channel],
    queryFn: () => read<{ messages: readonly SlackMessage[] }>('messages', { user, channel }),
    enabled: channel !== '',
  });
}

/** The modal that is open for a person, on top of how many. */
export function useOpenView(user: string) {
  return useQuery({
    queryKey: ['slack', 'view', user],
    queryFn: () => read<{ view: SlackView | null; depth: number }>('view', { user }),
  });
}

export function useHome(user: string) {
  return useQuery({
    queryKey: ['slack', 'home', user],
    queryFn: () => read<{ view: SlackView | null }>('home', { user }),
  });
}

const events = [
  'message',
  'message_changed',
  'message_deleted',
  'reaction_added',
  'view_opened',
  'view_changed',
  'view_closed',
  'home_changed',
  'channel_created',
  'notice',
  'ready',
];

/** Asks again for whatever of Slack is shown, whenever the person could notice a change. */
export function useSlackStream(user: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource(streamAddress(user));
    const refresh = () => void queries.invalidateQueries({ queryKey: ['slack'] });
    for (const event of events) source.addEventListener(event, refresh);
    return () => source.close();
  }, [queries, user]);
}
