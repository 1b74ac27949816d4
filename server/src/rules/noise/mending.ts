import * as l10n from '@vscode/l10n';
import type { Letter, Span } from '../../letter';
import type { Edit, Finding, Fix, Observation, RuleContext } from '../rule';

/** What a finding keeps for its fix: no offsets, so that it is found again in a text that has moved on. */
interface Kept {
  /** What is to stand in the place of the marked words. */
  readonly to: string;
  /** The fix may change what the letter says. */
  readonly unsure?: true;
}

/**
 * A place that extraction has spoilt, and what is to stand there. `span` is
 * half-open, in UTF-16 code units of the text; `unsure` keeps the fix out of
 * every fix-all.
 */
export interface Spoilt {
  readonly span: Span;
  readonly to: string;
  readonly message: string;
  readonly unsure?: boolean;
}

/** The observations of these places, each with the disputed item it stands in; the places are in text order. */
export function observed({ letter }: RuleContext, places: readonly Spoilt[]): Observation[] {
  let item = 0;
  return places.map(({ span, to, message, unsure }) => {
    while (item < letter.items.length && letter.items[item]!.span.end <= span.start) item += 1;
    const within = letter.items[item];
    const kept: Kept = unsure === true ? { to, unsure } : { to };
    return { span, message, item: within !== undefined && within.span.start <= span.start ? item : null, data: kept };
  });
}

/** The one fix of a place that extraction has spoilt: it changes no more characters than it must. */
export function mended({ text }: RuleContext, { span, data }: Finding): Fix[] {
  const { to, unsure } = data as Kept;
  const edit = smallest(text, span, to);
  const certain = unsure === true ? {} : { safe: true, cleanup: true };
  return [{ title: titleOf(to), edits: [edit], preferred: unsure !== true, ...certain }];
}

function titleOf(to: string): string {
  return to === '' ? l10n.t('Remove it') : l10n.t('Write “{0}”', to);
}

/** The replacement without what both have in common at their ends. */
function smallest(text: string, span: Span, to: string): Edit {
  const from = text.slice(span.start, span.end);
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { span: { start: span.start + head, end: span.end - tail }, newText: to.slice(head, to.length - tail) };
}

/** The text of one letter; offsets in it are `letter.span.start` less than the document's. */
export function textOf(text: string, letter: Letter): string {
  return text.slice(letter.span.start, letter.span.end);
}

/** `[start, end)` of a letter's own text as a span of the document. */
export function placed(letter: Letter, start: number, end: number): Span {
  return { start: letter.span.start + start, end: letter.span.start + end };
}
