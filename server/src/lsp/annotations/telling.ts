import type { Placement } from '../../annotations/anchoring';
import type { Thread, Threads } from '../../annotations/threads';
import type { Span } from '../../letter';
import type { Annotations, AnnotationThread } from '../annotation-requests';
import type { Reading } from '../reading';
import { ItemRequests, type PartOf } from './item-requests';
import type { Places } from './places';
import { partOf, placeView, threadView } from './thread-view';

/** What is told of the threads in one answer. */
export type Told = Pick<Annotations, 'answer' | 'partial' | 'moved' | 'threads'>;

/** Of one thread, all that an edit can change. */
interface Known {
  readonly thread: Thread;
  state: Placement['state'];
  part: PartOf;
  /** Its place with all candidates, as it was told; empty for a thread with a place. */
  without: string;
}

/** Numbers that tell a range: lines and characters of its start and its end. */
const NUMBERS = 4;

/**
 * Tells a client of threads: all of them, or what is different since the last
 * answer. With thousands of annotations an edit is told in a few numbers.
 */
export class Telling {
  private answer = 0;
  private said: Threads | undefined;
  /** In the order in which they were told as a whole. */
  private known: Known[] = [];
  private ranges = new Int32Array();

  /** `proposed` gives the passage of the proposal that a thread is about, where the letter still makes it: it tells better than a quote where a verdict belongs. */
  tell(reading: Reading, said: Threads, places: Places, proposed: (thread: Thread) => Span | undefined, since?: number): Told {
    const placementOf = (thread: Thread): Placement => {
      const span = proposed(thread);
      return span ? { state: 'intact', span } : places.at(thread.target);
    };
    const goesOn = since !== undefined && since === this.answer && said === this.said;
    this.answer++;
    return goesOn ? this.different(reading, placementOf) : this.all(reading, said, placementOf);
  }

  private all(reading: Reading, said: Threads, placementOf: (thread: Thread) => Placement): Told {
    const placed = said.threads.map((thread) => {
      const placement = placementOf(thread);
      return { thread, placement, start: 'span' in placement ? placement.span.start : Infinity };
    });
    placed.sort((one, other) => (one.start === other.start ? 0 : one.start - other.start));
    const parts = new ItemRequests(reading);
    this.said = said;
    this.ranges = new Int32Array(NUMBERS * placed.length);
    this.known = placed.map(({ thread, placement }, index) => {
      if ('span' in placement) this.moves(index, reading, placement.span);
      return { thread, state: placement.state, part: partOf(thread, parts, placement), without: placeWithout(reading, placement) };
    });
    const threads = placed.map(({ thread, placement }) => threadView(reading, thread, parts, placement));
    return { answer: this.answer, partial: false, moved: [], threads };
  }

  private different(reading: Reading, placementOf: (thread: Thread) => Placement): Told {
    const parts = new ItemRequests(reading);
    const moved: number[] = [];
    const threads: AnnotationThread[] = [];
    for (const [index, known] of this.known.entries()) {
      const placement = placementOf(known.thread);
      const part = partOf(known.thread, parts, placement);
      const without = placeWithout(reading, placement);
      const moves = 'span' in placement && this.moves(index, reading, placement.span);
      if (placement.state !== known.state || without !== known.without || !samePart(part, known.part)) threads.push(threadView(reading, known.thread, parts, placement));
      else if (moves) moved.push(index, ...this.ranges.subarray(NUMBERS * index, NUMBERS * (index + 1)));
      known.state = placement.state;
      known.part = part;
      known.without = without;
    }
    return { answer: this.answer, partial: true, moved, threads };
  }

  /** Takes down where a thread stands; says whether it stood elsewhere. */
  private moves(index: number, { document }: Reading, span: Span): boolean {
    const [start, end] = [document.positionAt(span.start), document.positionAt(span.end)];
    const { ranges } = this;
    const at = NUMBERS * index;
    if (ranges[at] === start.line && ranges[at + 1] === start.character && ranges[at + 2] === end.line && ranges[at + 3] === end.character) return false;
    ranges[at] = start.line;
    ranges[at + 1] = start.character;
    ranges[at + 2] = end.line;
    ranges[at + 3] = end.character;
    return true;
  }
}

function placeWithout(reading: Reading, placement: Placement): string {
  return 'span' in placement ? '' : JSON.stringify(placeView(reading, placement));
}

function samePart(one: PartOf, other: PartOf): boolean {
  return one.letter === other.letter && one.item === other.item && one.request === other.request && one.field === other.field;
}
