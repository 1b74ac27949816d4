import { citationsOf, type Catalogue } from '../guidelines';
import { foldedText, type DisputedItem, type Letter, type Span } from '../letter';
import type { AnnotatedField, ProposalKind, ProposalTarget } from './model';
import { proposalIds, type ProposalKey } from './proposal-id';
import { textTarget, type AnnotatedText } from './target';

/** Recognized structure of a letter that a person can accept or reject. */
export interface Proposal {
  readonly id: string;
  readonly kind: Exclude<ProposalKind, 'finding'>;
  /** Zero-based indexes of the letter in its file and of the item in its letter. */
  readonly letter: number;
  readonly item: number;
  readonly field: AnnotatedField;
  /** UTF-16 code units of the text, half-open. */
  readonly span: Span;
}

/** A field is known by its opening words, so that a correction further down does not make it another one. */
const OPENING = 64;

/** What the reader has recognized: each item's decision, fields and citations, in the order of the text. */
export function proposalsOf({ text, letters }: Pick<AnnotatedText, 'text' | 'letters'>, catalogue: Catalogue): Proposal[] {
  const found = letters.flatMap((letter, index) => inLetter(text, letter, index, catalogue));
  const ids = proposalIds(text, found.map(({ key }) => key));
  return found.map(({ proposal }, index) => ({ id: ids[index]!, ...proposal }));
}

/** The target of a verdict on a proposal; of a finding, with the id that its rule gives it. */
export function proposalTarget(of: AnnotatedText, { id, kind, span }: { readonly id: string; readonly kind: ProposalKind; readonly span: Span }): ProposalTarget {
  return { id, 'imr:kind': kind, ...textTarget(of, span) };
}

interface Found {
  readonly key: ProposalKey;
  readonly proposal: Omit<Proposal, 'id'>;
}

function inLetter(text: string, letter: Letter, index: number, catalogue: Catalogue): Found[] {
  return letter.items.flatMap((item, itemIndex) => {
    const request = foldedText(text, item.request);
    return recognized(text, item, catalogue)
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
      .map(({ kind, field, span }) => {
        const words = foldedText(text, span);
        const quote = kind === 'field' ? words.slice(0, OPENING) : words;
        return { key: { kind, item: request, field, quote, letter }, proposal: { kind, letter: index, item: itemIndex, field, span } };
      });
  });
}

function recognized(text: string, item: DisputedItem, catalogue: Catalogue): Pick<Proposal, 'kind' | 'field' | 'span'>[] {
  const decision = item.decision?.value ? [{ kind: 'decision', field: 'decision', span: item.decision.span } as const] : [];
  const fields = item.fields.map(({ kind, body }) => ({ kind: 'field', field: kind, span: body }) as const);
  const citations = citationsOf(text, item, catalogue).map(({ field, span }) => ({ kind: 'citation', field, span }) as const);
  return [...decision, ...fields, ...citations];
}
