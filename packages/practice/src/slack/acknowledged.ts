import { isObject, text } from './arguments.ts';
import { checkView } from './blocks/view.ts';
import type { Subject } from './delivery-shape.ts';
import { SlackFailure } from './failure.ts';
import { respond } from './hook.ts';
import { closeModals, pushModal, replaceBody, stackOf } from './modals.ts';
import type { Json, View } from './state.ts';
import type { World } from './world.ts';
import { savepoint } from './world.ts';

/** What the person sees of an acknowledgement: problems by block, or one error. */
export interface AckReply {
  readonly errors?: Readonly<Record<string, string>>;
  readonly error?: string;
}

/** Carries out what an acknowledgement carried: a command's answer or a view's next step. */
export function acknowledge(world: World, subject: Subject, payload: Json): AckReply {
  const takeBack = savepoint(world);
  try {
    if (subject.kind === 'command') answerCommand(world, subject, payload);
    return subject.kind === 'submission' ? answerSubmission(world, subject, payload) : {};
  } catch (cause) {
    if (!(cause instanceof SlackFailure)) throw cause;
    takeBack();
    return { error: cause.error };
  }
}

function answerCommand(world: World, hook: { user: string; channel: string }, payload: Json): void {
  const said = payload['blocks'] ?? payload['attachments'];
  if (text(payload, 'text') === '' && said === undefined) return;
  respond(world, hook, payload);
}

function answerSubmission(
  world: World,
  { user, viewId }: { user: string; viewId: string },
  payload: Json,
): AckReply {
  const view = world.state.views[viewId];
  if (view === undefined) return {};
  switch (text(payload, 'response_action')) {
    case '':
      closeModals(world, user, stackOf(world, user).length - stackOf(world, user).indexOf(viewId));
      return {};
    case 'clear':
      closeModals(world, user);
      return {};
    case 'errors':
      return inputErrors(view, payload['errors']);
    case 'update':
      replaceBody(world, view, checkView(payload['view'], 'modal'));
      return {};
    case 'push':
      pushModal(world, user, checkView(payload['view'], 'modal'));
      return {};
    default:
      return { error: 'invalid_response_action' };
  }
}

/** Errors must name input blocks of the view; Slack shows a general failure otherwise. */
function inputErrors(view: View, errors: unknown): AckReply {
  if (!isObject(errors)) return { error: 'invalid_errors' };
  const blocks = Array.isArray(view.body['blocks']) ? (view.body['blocks'] as unknown[]) : [];
  const inputs = blocks.filter(isObject).filter((block) => block['type'] === 'input');
  const known = Object.keys(errors).every((id) => inputs.some((block) => block['block_id'] === id));
  if (!known) return { error: 'invalid_errors' };
  return {
    errors: Object.fromEntries(Object.entries(errors).map(([id, says]) => [id, String(says)])),
  };
}
