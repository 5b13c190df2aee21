import { useRouter } from '@tanstack/react-router';
import { createContext, Fragment, type MouseEvent, useContext } from 'react';
import { useSay } from '../shared/say.ts';
import type { Json } from './api.ts';
import classes from './chat.module.css';
import { type Piece, parseMrkdwn } from './mrkdwn.ts';

const NamesContext = createContext<ReadonlyMap<string, string>>(new Map());
/** Names of users and channels by id, for mentions. */
export const NamesProvider = NamesContext.Provider;

export function useNames(): ReadonlyMap<string, string> {
  return useContext(NamesContext);
}

/** A text object of Block Kit: plain, or mrkdwn drawn as Slack draws it. */
export function SlackText({ of }: { readonly of: unknown }) {
  if (typeof of !== 'object' || of === null) return null;
  const { type, text } = of as Json;
  if (typeof text !== 'string') return null;
  return type === 'mrkdwn' ? <Mrkdwn source={text} /> : <>{text}</>;
}

/** Slack's mrkdwn; a line that begins with `>` is a quotation. */
export function Mrkdwn({ source }: { readonly source: string }) {
  const lines = source.split(/\n(?=(?:&gt;|>))|(?<=^(?:&gt;|>)[^\n]*)\n/);
  return (
    <>
      {lines.map((line, index) => {
        const quoted = /^(?:&gt;|>)\s?/.exec(line);
        const key = `${index} ${line.slice(0, 20)}`;
        const pieces = parseMrkdwn(quoted ? line.slice(quoted[0].length) : line);
        return quoted ? (
          <blockquote key={key} className={classes.quoted}>
            <Pieces pieces={pieces} />
          </blockquote>
        ) : (
          <Fragment key={key}>
            <Pieces pieces={pieces} />
          </Fragment>
        );
      })}
    </>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => <PieceView key={`${index} ${piece.type}`} piece={piece} />);
}

function PieceView({ piece }: { readonly piece: Piece }) {
  const names = useNames();
  const { exact } = useSay();
  switch (piece.type) {
    case 'text':
      return <span className={classes.lines}>{piece.text}</span>;
    case 'square':
      return <span className={classes.square} aria-hidden="true" />;
    case 'bold':
      return <strong>{piece.text}</strong>;
    case 'italic':
      return <em>{piece.text}</em>;
    case 'strike':
      return <s>{piece.text}</s>;
    case 'code':
      return <code className={classes.code}>{piece.text}</code>;
    case 'block':
      return <pre className={classes.block}>{piece.text}</pre>;
    case 'link':
      return <SlackLink url={piece.url} text={piece.text} />;
    case 'date':
      return (
        <>{Number.isFinite(piece.at) ? exact(new Date(piece.at).toISOString()) : piece.text}</>
      );
    case 'user':
      return (
        <span className={classes.mention}>@{piece.text || names.get(piece.id) || piece.id}</span>
      );
    case 'channel':
      return (
        <span className={classes.mention}>#{piece.text || names.get(piece.id) || piece.id}</span>
      );
  }
}

/** A link; one that leads into this console stays in its page. */
function SlackLink({ url, text }: { readonly url: string; readonly text: string }) {
  const router = useRouter();
  if (!url.startsWith(`${location.origin}/`)) {
    return (
      <a href={url} target="_blank" rel="noreferrer">
        {text}
      </a>
    );
  }
  const path = url.slice(location.origin.length);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(path);
  };
  return (
    <a href={path} onClick={open}>
      {text}
    </a>
  );
}
