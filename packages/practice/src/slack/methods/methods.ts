import { authTest, openConnection } from './auth.ts';
import { deleteMessage, getPermalink, postEphemeral, postMessage, updateMessage } from './chat.ts';
import {
  conversationInfo,
  conversationList,
  history,
  joinConversation,
  openConversation,
  replies,
} from './conversations.ts';
import { completeUpload, getUploadUrl } from './files.ts';
import type { Method } from './method.ts';
import { addReaction } from './reactions.ts';
import {
  disableUserGroup,
  enableUserGroup,
  setUserGroupMembers,
  userGroupList,
  userGroupMembers,
} from './user-groups.ts';
import { lookupByEmail, userInfo, userList } from './users.ts';
import { openView, publishView, pushView, updateView } from './views.ts';

/** Every Web API method that practice Slack answers, by its name on the wire. */
export const METHODS: Readonly<Record<string, Method>> = {
  'api.test': () => ({}),
  'auth.test': authTest,
  'apps.connections.open': openConnection,
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': updateMessage,
  'chat.delete': deleteMessage,
  'chat.getPermalink': getPermalink,
  'views.open': openView,
  'views.push': pushView,
  'views.update': updateView,
  'views.publish': publishView,
  'users.info': userInfo,
  'users.list': userList,
  'users.lookupByEmail': lookupByEmail,
  'usergroups.list': userGroupList,
  'usergroups.enable': enableUserGroup,
  'usergroups.disable': disableUserGroup,
  'usergroups.users.list': userGroupMembers,
  'usergroups.users.update': setUserGroupMembers,
  'conversations.open': openConversation,
  'conversations.info': conversationInfo,
  'conversations.list': conversationList,
  'conversations.join': joinConversation,
  'conversations.history': history,
  'conversations.replies': replies,
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'reactions.add': addReaction,
};
