import type { Placement } from '../../annotations/anchoring';
import { asName, commentOf, correctionOf, labelsOf, verdictOf, type Annotation } from '../../annotations/model';
import { byTime, type Thread } from '../../annotations/threads';
import type { AnnotationPlace, AnnotationRemark, AnnotationThread, ProposalKind } from '../annotation-requests';
import type { Reading } from '../reading';
import type { ItemRequests, PartOf } from './item-requests';
import { oneLine } from './one-line';
import { originalWords } from './original-words';

const LONGEST_QUOTE = 200;

/** What does not depend on where a thread stands; made once for each. */
type Said = Pick<AnnotationThread, 'id' | 'proposal' | 'remarks' | 'state' | 'by' | 'labels' | 'quote'>;
const made = new WeakMap<Thread, Said>();

/** One thread as a person sees it. */
export function threadView(reading: Reading, thread: Thread, parts: ItemRequests, placement: Placement): AnnotationThread {
  return { ...saidIn(thread), ...partOf(thread, parts, placement), place: placeView(reading, placement) };
}

/** The part of the letter that a thread belongs to. */
export function partOf({ target }: Thread, parts: ItemRequests, placement: Placement): PartOf {
  return 'span' in placement ? parts.at(placement.span) : parts.made(target);
}

export function placeView(reading: Reading, placement: Placement): AnnotationPlace {
  if ('span' in placement) return { state: placement.state, range: reading.range(placement.span) };
  const candidates = placement.candidates.map(({ span, similarity }) => ({ range: reading.range(span), text: oneLine(reading.text.slice(span.start, span.end), LONGEST_QUOTE), similarity }));
  return { state: placement.state, candidates };
}

function saidIn(thread: Thread): Said {
  let said = made.get(thread);
  if (said === undefined) made.set(thread, (said = saidOf(thread)));
  return said;
}

function saidOf({ id, root, target, labels, replies, reviews, state }: Thread): Said {
  const rest = [...replies, ...reviews].sort(byTime);
  return {
    id,
    proposal: root || !('imr:kind' in target) ? null : kindOf(target['imr:kind']),
    remarks: (root ? [root, ...rest] : rest).map(remarkOf),
    state: state.name,
    by: state.by,
    labels,
    quote: oneLine(originalWords(target), LONGEST_QUOTE),
  };
}

/** A kind that a newer version may know is shown as a finding. */
function kindOf(kind: string): ProposalKind {
  return kind === 'decision' || kind === 'field' || kind === 'citation' ? kind : 'finding';
}

/** What one person says, as a person sees it. */
export function remarkOf(annotation: Annotation): AnnotationRemark {
  const { id, creator, created, modified } = annotation;
  return { id, person: asName(creator.name), created, modified, labels: labelsOf(annotation), comment: commentOf(annotation), verdict: verdictOf(annotation), correction: correctionOf(annotation) };
}
