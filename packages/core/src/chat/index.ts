export {
  type CardPlace,
  type ChatEvent,
  claimChatEvents,
  findCard,
  finishChatEvent,
  forgetOldChatEvents,
  keepChatEvent,
  placeCard,
} from './store.ts';
