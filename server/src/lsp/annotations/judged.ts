import type { Thread } from '../../annotations/threads';
import { caseNumberOf, isOtherCase, type Span } from '../../letter';
import type { ReadText } from './looked-for';
import type { Places } from './places';

/** What is needed of a proposal to see whether a thread is about it. */
interface InPlace {
  readonly id: string;
  readonly span: Span;
  /** Zero-based index of its letter. */
  readonly letter: number;
}

/** The proposals of a text that threads are about. */
export function judgedProposals<Proposal extends InPlace>(threads: readonly Thread[], places: Places, read: ReadText, proposed: readonly Proposal[]): ReadonlyMap<Thread, Proposal> {
  const byId = new Map(proposed.map((proposal) => [proposal.id, proposal]));
  const judged = new Map<Thread, Proposal>();
  for (const thread of threads) {
    const proposal = thread.root === null ? byId.get(thread.id) : undefined;
    if (proposal !== undefined && isAbout(thread, proposal, places, read)) judged.set(thread, proposal);
  }
  return judged;
}

/**
 * Whether what was judged is what stands in this place. Equal ids do not tell:
 * when one of two equal proposals goes, or its letter, the other may get its
 * id. So the passage must stand there or, in the letter of its case, be one of
 * those that may. Of a field no more than the opening words make its id, so
 * all of it may be other words now; an empty one has no words to be found.
 */
function isAbout({ target }: Thread, { span: { start, end }, letter }: InPlace, places: Places, { text, letters }: ReadText): boolean {
  const overlaps = (span: Span): boolean => span.start < end && start < span.end;
  const isEmpty = target.selector[0].exact.trim() === '';
  const placement = places.at(target);
  if ('span' in placement && !isEmpty) return overlaps(placement.span);
  const number = letters[letter] ? caseNumberOf(text, letters[letter]) : '';
  if (isOtherCase(target['imr:caseNumber'] ?? '', number)) return false;
  if (isEmpty) return true;
  if (placement.state === 'orphaned') return 'imr:kind' in target && target['imr:kind'] === 'field';
  return 'candidates' in placement && placement.candidates.some(({ span }) => overlaps(span));
}
