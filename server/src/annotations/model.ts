/**
 * What people say about a letter: W3C Web Annotations
 * (https://www.w3.org/TR/annotation-model/), with a few properties of ours
 * under the prefix `imr:`.
 *
 * Four kinds stand side by side: labels and comments on a passage, replies,
 * and reviews. A reply or a review is an annotation of its own that points at
 * what it speaks of, so nobody ever edits what somebody else has said.
 */
import type { FieldKind } from '../letter';
import type { TextPositionSelector, TextQuoteSelector } from './selectors';

/** The context that every annotation names. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What an annotation is for: a label, a comment, a reply, a review. */
export const MOTIVATIONS = ['tagging', 'commenting', 'replying', 'assessing'] as const;
export type Motivation = (typeof MOTIVATIONS)[number];

/** What a body is: a label's id, a comment, a verdict, or the words that should stand there instead. */
export const PURPOSES = ['tagging', 'commenting', 'assessing', 'editing'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a review says. `resolved` closes a thread, `reopened` opens it again whatever was said before. */
export const VERDICTS = ['accepted', 'rejected', 'resolved', 'reopened'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The parts of a letter that an annotation can lie in; elsewhere (the header, credentials) it lies in none. */
export const ANNOTATED_FIELDS = ['summary', 'request', 'decision', 'claimsAdministratorGuideline', 'reviewerGuideline', 'rationale'] as const satisfies readonly ('summary' | 'request' | 'decision' | FieldKind)[];
export type AnnotatedField = (typeof ANNOTATED_FIELDS)[number];

export interface TextualBody {
  readonly type: 'TextualBody';
  readonly purpose: Purpose;
  readonly value: string;
}

/** A person is known by name alone: the name stands in the file's name, too. */
export interface Person {
  readonly type: 'Person';
  readonly name: string;
}

/** A name as it is compared and written: some systems take letters apart (NFD) that others write whole. */
export function asName(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Whether a person has said something. */
export function isBy({ creator }: Annotation, person: string): boolean {
  return asName(creator.name) === asName(person);
}

/** The disputed item that a passage lies in. */
export interface ItemHint {
  /** The request's words, white space folded, at most `REQUEST_LENGTH` characters of them. */
  readonly request: string;
  /** Zero-based place among the letter's items; a hint, as items come and go. */
  readonly index: number;
}

/** A passage of a letter. */
export interface TextTarget {
  /** The letter's file name, without folders. */
  readonly source: string;
  readonly selector: readonly [TextQuoteSelector, TextPositionSelector];
  /** Zero-based index of the letter in its file; a hint. */
  readonly 'imr:letter': number;
  /** `null` outside the disputed items. */
  readonly 'imr:item': ItemHint | null;
  readonly 'imr:field': AnnotatedField | null;
  /** Hash of the file's text in which the position holds (`contentHash`). */
  readonly 'imr:contentHash': string;
  /** The letter's case number; left out where it has none. */
  readonly 'imr:caseNumber'?: string | undefined;
  /** The words that were annotated, where others stand in their place now; the quote goes with the position. */
  readonly 'imr:quoted'?: string | undefined;
  /** ISO 8601, UTC: when its person put it here, where it was made elsewhere. */
  readonly 'imr:placed'?: string | undefined;
}

/** Something that the machine proposes: recognized structure, or a finding. */
export const PROPOSAL_KINDS = ['decision', 'field', 'citation', 'finding'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** A proposal with the passage that it speaks of, so that a verdict on it can be shown in its place. */
export interface ProposalTarget extends TextTarget {
  /** `urn:imr:<hash>`, of `proposalId` or of a finding. */
  readonly id: string;
  readonly 'imr:kind': ProposalKind;
}

/** A passage, a proposal, or the id of another annotation. */
export type Target = TextTarget | ProposalTarget | string;

export interface Annotation {
  readonly '@context': typeof ANNOTATION_CONTEXT;
  /** `urn:uuid:…` */
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: Motivation;
  readonly body: readonly TextualBody[];
  readonly creator: Person;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** ISO 8601, UTC; as `created` until the person changes it, but of a verdict later than what it answers. */
  readonly modified: string;
  readonly target: Target;
}

/** Requests run to 550 characters; those granted in part differ at their end alone (both observed in letters). */
export const REQUEST_LENGTH = 600;

/** The labels of an annotation, in its own order, each once. */
export function labelsOf({ body }: Annotation): string[] {
  return [...new Set(body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value))];
}

/** The comment of an annotation; several are set apart by an empty line. Empty where there is none. */
export function commentOf({ body }: Annotation): string {
  return valuesOf(body, 'commenting').join('\n\n');
}

/** The words that a review wants in place of what is proposed; `null` where it names none. */
export function correctionOf({ body }: Annotation): string | null {
  return valuesOf(body, 'editing')[0] ?? null;
}

/** What a review says; `null` for any other annotation, and for a verdict that a newer version may know. */
export function verdictOf({ motivation, body }: Annotation): Verdict | null {
  if (motivation !== 'assessing') return null;
  const [value] = valuesOf(body, 'assessing');
  return VERDICTS.find((verdict) => verdict === value) ?? null;
}

/** The passage that an annotation itself names; `null` for one that speaks of another annotation. */
export function textTargetOf({ target }: Annotation): TextTarget | ProposalTarget | null {
  return typeof target === 'string' ? null : target;
}

/** The id of the annotation or proposal that an annotation speaks of; `null` for one on a passage. */
export function subjectOf({ target }: Annotation): string | null {
  if (typeof target === 'string') return target;
  return 'id' in target ? target.id : null;
}

function valuesOf(body: readonly TextualBody[], purpose: Purpose): string[] {
  return body.filter((part) => part.purpose === purpose).map(({ value }) => value);
}
