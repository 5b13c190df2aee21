import { useSay } from '../shared/say.ts';
import { fileAddress, type Json } from './api.ts';
import classes from './chat.module.css';
import { ElementView } from './element-view.tsx';
import { listOf, objectOf } from './json.ts';
import type { Surface } from './surface.ts';
import { SlackText } from './text.tsx';

interface BlocksProps {
  readonly blocks: readonly Json[];
  readonly surface: Surface;
}

/** Draws Block Kit: the blocks that our app sends. */
export function Blocks({ blocks, surface }: BlocksProps) {
  return (
    <div className={classes.blocks}>
      {blocks.map((block, index) => (
        <BlockView
          key={`${String(block['block_id'] ?? '')} ${index}`}
          block={block}
          surface={surface}
        />
      ))}
    </div>
  );
}

function BlockView({ block, surface }: { readonly block: Json; readonly surface: Surface }) {
  const { t } = useSay();
  switch (block['type']) {
    case 'header':
      return (
        <h3 className={classes.header}>
          <SlackText of={block['text']} />
        </h3>
      );
    case 'divider':
      return <hr className={classes.divider} />;
    case 'section':
      return <SectionBlock block={block} surface={surface} />;
    case 'context':
      return (
        <p className={classes.context}>
          {listOf(block['elements']).map((element, index) => (
            <span key={`${index} ${String(element['type'])}`}>
              <SlackText of={element} />
            </span>
          ))}
        </p>
      );
    case 'actions':
      return (
        <div className={classes.actions}>
          {listOf(block['elements']).map((element) => (
            <ElementView
              key={String(element['action_id'])}
              element={element}
              block={block}
              surface={surface}
            />
          ))}
        </div>
      );
    case 'image':
      return <ImageBlock block={block} user={surface.user} />;
    case 'input':
      return <InputBlock block={block} surface={surface} />;
    default:
      return <p className={classes.context}>{t.chat.unknownBlock(String(block['type']))}</p>;
  }
}

function SectionBlock({ block, surface }: { readonly block: Json; readonly surface: Surface }) {
  const accessory = objectOf(block['accessory']);
  return (
    <div className={classes.section}>
      <div className={classes.sectionText}>
        <SlackText of={block['text']} />
        {listOf(block['fields']).length > 0 && (
          <div className={classes.fields}>
            {listOf(block['fields']).map((field, index) => (
              <div key={`${index} ${String(field['text'])}`}>
                <SlackText of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && <ElementView element={accessory} block={block} surface={surface} />}
    </div>
  );
}

function ImageBlock({ block, user }: { readonly block: Json; readonly user: string }) {
  const file = objectOf(block['slack_file'])?.['id'];
  const title = objectOf(block['title'])?.['text'];
  return (
    <figure className={classes.picture}>
      {typeof title === 'string' && <figcaption>{title}</figcaption>}
      <img src={fileAddress(user, String(file))} alt={String(block['alt_text'] ?? '')} />
    </figure>
  );
}

function InputBlock({ block, surface }: { readonly block: Json; readonly surface: Surface }) {
  const element = objectOf(block['element']);
  if (!element) return null;
  const label = objectOf(block['label'])?.['text'];
  const hint = objectOf(block['hint'])?.['text'];
  return (
    <ElementView
      element={element}
      block={block}
      surface={surface}
      field={{
        label: String(label ?? ''),
        hint: typeof hint === 'string' ? hint : '',
        optional: block['optional'] === true,
        error: surface.errors[String(block['block_id'])] ?? null,
        dispatch: block['dispatch_action'] === true,
      }}
    />
  );
}
