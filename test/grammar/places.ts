import { readLetters, type Letter, type Span } from '../../server/src/letter';
import type { Token } from './colouring';

/**
 * What grammar and reader are compared by: kinds of places, named alike, each
 * with the pieces of text that it covers. A place that runs over a line end
 * counts as one piece for each line, without white space around it.
 */
export type Places = ReadonlyMap<string, readonly Span[]>;

const KIND_OF_SCOPE: readonly [RegExp, (found: RegExpExecArray) => string][] = [
  [/^markup\.heading\.section\.([a-z-]+)\.imr-letter$/, (found) => `heading ${found[1]}`],
  [/^keyword\.other\.label\.header\.([a-z-]+)\.imr-letter$/, (found) => `header label ${found[1]}`],
  [/^keyword\.other\.label\.([a-z-]+)\.imr-letter$/, (found) => `label ${found[1]}`],
  [/\.decision\.(upheld|overturned)\.imr-letter$/, (found) => `decision ${found[1]}`],
  [/\.introduction\.imr-letter$/, () => 'introduction'],
];

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Where the two disagree, one line each: "not coloured: label rationale 12:0-19".
 * Line, columns and kind say where it is without a word of the letter.
 */
export function differences(text: string, reader: Places, grammar: Places): string[] {
  const expected = listed(text, reader);
  const coloured = listed(text, grammar);
  return [
    ...expected.filter((place) => !coloured.includes(place)).map((place) => `not coloured: ${place}`),
    ...coloured.filter((place) => !expected.includes(place)).map((place) => `coloured only: ${place}`),
  ];
}

function listed(text: string, places: Places): string[] {
  return [...places].flatMap(([kind, pieces]) => pieces.map(({ start, end }) => {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    return `${kind} ${text.slice(0, start).split('\n').length}:${start - lineStart}-${end - lineStart}`;
  }));
}

/** The places that the grammar colours, requests aside. */
export function placesOfGrammar(text: string, tokens: readonly Token[]): Places {
  const places = new Map<string, Span[]>();
  for (const { scopes, span } of tokens) {
    const kinds = new Set(scopes.flatMap((scope) => KIND_OF_SCOPE.flatMap(([pattern, kind]) => {
      const found = pattern.exec(scope);
      return found ? [kind(found)] : [];
    })));
    for (const kind of kinds) addPieces(places, kind, text, span);
  }
  return places;
}

/** The same places as the reader finds them. */
export function placesOfReader(text: string): Places {
  const places = new Map<string, Span[]>();
  for (const letter of readLetters(text)) addLetter(places, text, letter);
  for (const pieces of places.values()) pieces.sort((a, b) => a.start - b.start);
  return places;
}

function addLetter(places: Map<string, Span[]>, text: string, letter: Letter): void {
  for (const section of letter.sections) addPieces(places, `heading ${kebab(section.kind)}`, text, section.heading);
  for (const row of letter.header) addPieces(places, `header label ${kebab(row.kind)}`, text, row.label);
  if (letter.introduction) addPieces(places, 'introduction', text, letter.introduction);
  for (const item of letter.items) {
    for (const field of item.fields) addPieces(places, `label ${kebab(field.kind)}`, text, field.label);
    if (item.decision?.value) addPieces(places, `decision ${item.decision.value}`, text, item.decision.span);
  }
}

/** The requests that the reader finds. */
export function requestsOfReader(text: string): Places {
  return new Map([['request', readLetters(text).flatMap((letter) => letter.items.flatMap((item) => piecesOf(text, item.request)))]]);
}

/** What the grammar colours as request. */
export function requestsOfGrammar(text: string, tokens: readonly Token[]): Places {
  const places = new Map<string, Span[]>();
  for (const { scopes, span } of tokens) {
    if (scopes.some((scope) => scope.endsWith('.request.imr-letter'))) addPieces(places, 'request', text, span);
  }
  return places;
}

/** Adds a span's pieces to those of its kind; one that continues the last, with nothing or blanks between, is joined to it. */
function addPieces(places: Map<string, Span[]>, kind: string, text: string, span: Span): void {
  const pieces = places.get(kind) ?? [];
  if (!places.has(kind)) places.set(kind, pieces);
  for (const piece of piecesOf(text, span)) {
    const last = pieces.at(-1);
    if (last && last.end <= piece.start && /^[^\S\r\n]*$/.test(text.slice(last.end, piece.start))) pieces[pieces.length - 1] = { start: last.start, end: piece.end };
    else pieces.push(piece);
  }
}

function piecesOf(text: string, span: Span): Span[] {
  return [...text.slice(span.start, span.end).matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)].map((found) => ({
    start: span.start + found.index,
    end: span.start + found.index + found[0].length,
  }));
}
