export {
  type ChatGroups,
  type ChatPorts,
  type MemberPlace,
  type MemberRules,
} from './groups.ts';
export {
  type CardPlace,
  type ChatEvent,
  claimChatEvents,
  createChatKeeper,
  findCard,
  finishChatEvent,
  forgetOldCards,
  forgetOldChatEvents,
  type KeepChatEvent,
  placeCard,
  releaseChatEvents,
} from './store.ts';
