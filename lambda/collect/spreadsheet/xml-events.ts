import { SaxesParser } from 'saxes';
import { sheetRefused, sheetTooLarge } from './sheet-refused.ts';

/** What a reader of XML wants to hear. Names come without their prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** One tag or text may be this long; nothing a spreadsheet program writes is. */
const LONGEST_PIECE = 4_000_000;

/**
 * Reads XML piece by piece and tells what it meets; yields after each piece, so that what was gathered can be passed on.
 * A document type is refused, and with it every entity but the five of XML itself. @throws FaultError when it is no XML.
 */
export async function* xmlEvents(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let silence = 0;
  parser.on('doctype', () => {
    throw sheetRefused('This file declares a document type, which no spreadsheet does: it is made to harm.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    handlers.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    handlers.close?.(localName(name));
  });
  if (handlers.text) parser.on('text', handlers.text);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const write = (text: string) => {
    silence += text.length;
    parser.write(text);
    if (silence > LONGEST_PIECE) throw sheetTooLarge('A cell of this file is longer than any text we take.');
  };
  try {
    for await (const piece of pieces) {
      write(decoder.decode(piece, { stream: true }));
      yield;
    }
    write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof Error && error.name === 'FaultError' ? error : notXml(error);
  }
  yield;
}

/** Reads a whole small part. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _piece of xmlEvents(pieces, handlers));
}

function notXml(cause: unknown): Error {
  return sheetRefused('This file is damaged: a part of it is no well-formed XML.', cause);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
