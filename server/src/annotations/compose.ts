import type { Clock, IdSource } from '../host';
import { ANNOTATION_CONTEXT, type Annotation, type Motivation, type ProposalTarget, type Target, type TextTarget, type TextualBody, type Verdict } from './model';

/** Who says something, and what is needed to write it down. */
export interface Author {
  readonly person: string;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** What is said about a passage: labels, a comment, or both. */
export interface Remark {
  readonly labels?: readonly string[];
  readonly comment?: string;
}

/** What goes with a verdict. */
export interface Reasons {
  readonly comment?: string;
  /** The words that should stand there instead. */
  readonly correction?: string;
}

/** A new annotation of a passage. */
export function newAnnotation(author: Author, target: TextTarget, remark: Remark): Annotation {
  return annotation(author, motivationOf(remark), remarkBody(remark), target);
}

/** A new answer to an annotation (its id) or to a proposal. */
export function newReply(author: Author, target: string | ProposalTarget, comment: string): Annotation {
  return annotation(author, 'replying', remarkBody({ comment }), target);
}

/** A new verdict on an annotation (its id) or on a proposal. It is the latest one: later than what was said `before`, whatever clocks say. */
export function newReview(author: Author, target: string | ProposalTarget, verdict: Verdict, reasons: Reasons = {}, before: readonly Annotation[] = []): Annotation {
  const body: TextualBody[] = [part('assessing', verdict), ...remarkBody({ comment: reasons.comment })];
  if (reasons.correction !== undefined) body.push(part('editing', reasons.correction));
  const review = annotation(author, 'assessing', body, target);
  return { ...review, modified: timeAfter(before, new Date(review.created)) };
}

/** The last millisecond that a date can name (ECMAScript, section 21.4.1.1). */
const LAST_TIME = 8.64e15;

/** The time now, but later than that of what was said before: clocks of two machines differ. */
export function timeAfter(before: readonly Pick<Annotation, 'modified'>[], now: Date): string {
  const times = before.map(({ modified }) => Date.parse(modified)).filter((time) => !Number.isNaN(time));
  const last = Math.max(...times);
  return new Date(now.getTime() > last ? now : Math.min(last + 1, LAST_TIME)).toISOString();
}

/** What an annotation with such a remark is for. */
export function motivationOf({ labels = [] }: Remark): Motivation {
  return labels.length > 0 ? 'tagging' : 'commenting';
}

/** Labels first, each once; a comment of blanks alone is none. */
export function remarkBody({ labels = [], comment = '' }: Remark): TextualBody[] {
  const tags = [...new Set(labels)].map((label) => part('tagging', label));
  return comment.trim() === '' ? tags : [...tags, part('commenting', comment)];
}

function part(purpose: TextualBody['purpose'], value: string): TextualBody {
  return { type: 'TextualBody', purpose, value };
}

function annotation({ person, clock, ids }: Author, motivation: Motivation, body: readonly TextualBody[], target: Target): Annotation {
  const now = clock.now().toISOString();
  return {
    '@context': ANNOTATION_CONTEXT,
    id: ids.newId(),
    type: 'Annotation',
    motivation,
    body,
    creator: { type: 'Person', name: person },
    created: now,
    modified: now,
    target,
  };
}
