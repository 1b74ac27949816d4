import { LiveAnchors, type Candidate, type Change, type Placement } from '../../annotations/anchoring';
import { folded } from '../../annotations/anchoring/folded';
import { contentHash } from '../../annotations/code-points';
import type { TextTarget } from '../../annotations/model';
import type { Span } from '../../letter';
import { Anchored } from './anchored';
import type { Bases } from './bases';
import { lookedFor, type ReadText } from './looked-for';
import { madeWhole, type Remainder } from './made-whole';

/** An edit that takes away and puts in so much is another text rather than typing: where passages went is found by comparison. */
const REWRITTEN = 64;
/** A person can look through the likest passages of so many that were deleted at once. */
const MOST_LOOKED_THROUGH = 100;
const NOWHERE: Span & { readonly state: 'orphaned' } = { start: 0, end: 0, state: 'orphaned' };

/**
 * Where passages stand in an open letter. Each edit moves them; what an edit
 * has taken away is looked for when somebody asks, and again when its words
 * come back, by comparison with the text in which it stood last.
 */
export class Places {
  private anchors: Anchored[] = [];
  private readonly numbers = new Map<TextTarget, number>();
  private live = new LiveAnchors([]);
  private candidates = new LiveAnchors([]);
  private firstCandidate: number[] = [];
  /** To be placed before anybody hears of them. */
  private readonly due = new Set<number>();
  /** Looked for in vain. */
  private readonly lost = new Set<number>();
  /** How many code units have been written into the letter. */
  private written = 0;
  private wasEdited = false;
  private text = '';

  constructor(private readonly bases: Bases) {}

  /**
   * Follows these passages from now on. One that was followed already, by
   * `same` (the passage it was), keeps its place: edits are followed more
   * surely than anything is found again.
   */
  follow(targets: readonly TextTarget[], same: (target: TextTarget) => TextTarget | undefined): void {
    const spans: Span[] = [];
    const known = targets.map((target) => this.numbers.get(same(target) ?? target));
    const [before, due, lost] = [this.anchors, new Set(this.due), new Set(this.lost)];
    this.due.clear();
    this.lost.clear();
    this.anchors = targets.map((target, index) => {
      const number = known[index];
      const old = number === undefined ? undefined : before[number];
      if (number === undefined || old === undefined) {
        this.due.add(index);
        spans.push(NOWHERE);
        return new Anchored(target);
      }
      if (due.has(number)) this.due.add(index);
      if (lost.has(number)) this.lost.add(index);
      spans.push(this.live.at(number));
      return Object.assign(new Anchored(target), { origin: old.origin, sure: old.sure, state: old.state, touched: old.touched, candidates: this.candidatesOf(number), triedAt: old.triedAt });
    });
    this.numbers.clear();
    targets.forEach((target, index) => this.numbers.set(target, index));
    this.goBy(spans);
  }

  /** Follows one edit, before the text has it. */
  edited(change: Change): void {
    const rewritten = change.end - change.start >= REWRITTEN && change.newLength >= REWRITTEN;
    for (const index of this.live.apply(change)) {
      const anchor = this.anchors[index]!;
      anchor.touched = true;
      if (!rewritten && this.live.at(index).state !== 'orphaned') continue;
      this.due.add(index);
      anchor.triedAt = this.written;
    }
    if (this.candidates.size > 0) this.candidates.apply(change);
    this.written += change.newLength;
    this.wasEdited = true;
  }

  /** Looks again for all passages that positions in these texts would place. */
  takeBases(hashes: ReadonlySet<string>): void {
    this.anchors.forEach((anchor, index) => {
      if (anchor.sure || !hashes.has(anchor.target['imr:contentHash'])) return;
      anchor.origin = null;
      this.due.add(index);
    });
  }

  /** Places what is due in the letter as it is now. Call it before `at`. */
  settle({ text, letters }: ReadText): void {
    this.text = text;
    if (!this.wasEdited && this.due.size === 0) return;
    const hash = contentHash(text);
    this.giveUp();
    // The very text that passages were marked in, as after an undo: their positions tell more than any comparison.
    if (this.wasEdited) this.anchors.forEach(({ target }, index) => target['imr:contentHash'] === hash && this.due.add(index));
    this.wasEdited = false;
    const due = [...this.due, ...this.cameBack(text)];
    const back = madeWhole(this.touched(), text);
    if (due.length === 0 && back.size === 0) return;
    const spans: Span[] = this.anchors.map((anchor, index) => {
      anchor.candidates = this.candidatesOf(index);
      const span = back.get(anchor) ?? this.live.at(index);
      if (back.has(anchor)) anchor.placed(text, span, anchor.stateWith(text, span));
      // One text to compare with is enough for all that stand where they stood.
      if (anchor.origin !== null && !anchor.touched) anchor.origin = { text, span };
      return span;
    });
    const looked = lookedFor(due.map((index) => this.anchors[index]!), { text, letters, hash }, this.bases);
    for (const { anchor, placement, isKnown } of looked) {
      const index = this.numbers.get(anchor.target)!;
      anchor.sure ||= isKnown || anchor.target['imr:contentHash'] === hash;
      if ('span' in placement) {
        this.lost.delete(index);
        anchor.placed(text, placement.span, anchor.stateWith(text, placement.span));
        spans[index] = placement.span;
      } else {
        this.lost.add(index);
        Object.assign(anchor, { state: placement.state, candidates: placement.candidates, triedAt: this.written });
        spans[index] = NOWHERE;
      }
    }
    this.due.clear();
    this.goBy(spans);
  }

  /** Where a passage stands; one that is not followed is orphaned. */
  at(target: TextTarget): Placement {
    const index = this.numbers.get(target);
    const anchor = index === undefined ? undefined : this.anchors[index];
    if (index === undefined || anchor === undefined) return { state: 'orphaned', candidates: [] };
    const { state, start, end } = this.live.at(index);
    if (state === 'orphaned') return { state: anchor.state === 'ambiguous' ? 'ambiguous' : 'orphaned', candidates: this.candidatesOf(index) };
    const span = { start, end };
    return { state: anchor.touched ? anchor.stateWith(this.text, span) : anchor.state === 'changed' ? 'changed' : 'intact', span };
  }

  /** Hashes of texts that would tell where passages are, the one that most passages want first. */
  wanted(): string[] {
    const counts = new Map<string, number>();
    for (const { sure, target } of this.anchors) {
      if (!sure) counts.set(target['imr:contentHash'], (counts.get(target['imr:contentHash']) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([hash]) => hash);
  }

  /** Those that were written to and are still there. */
  private touched(): Remainder[] {
    return this.anchors.flatMap((anchor, index) => (anchor.touched && !this.due.has(index) && !this.lost.has(index) ? [{ anchor, span: this.live.at(index) }] : []));
  }

  /** Where very many were deleted and nothing was written since, none of them can be anywhere. */
  private giveUp(): void {
    const deleted = [...this.due].filter((index) => this.anchors[index]!.origin !== null && this.live.at(index).state === 'orphaned' && this.anchors[index]!.triedAt === this.written);
    if (deleted.length <= MOST_LOOKED_THROUGH) return;
    for (const index of deleted) {
      this.due.delete(index);
      this.lost.add(index);
      Object.assign(this.anchors[index]!, { state: 'orphaned', candidates: [] });
    }
  }

  /** Those that were lost and whose words stand in the letter now. */
  private cameBack(text: string): number[] {
    const candidates = [...this.lost].filter((index) => {
      const anchor = this.anchors[index]!;
      // Less was written than half of its words: it cannot have come back.
      return !this.due.has(index) && this.written - anchor.triedAt >= Math.max(1, anchor.words.length / 2);
    });
    if (candidates.length === 0) return [];
    const { text: words } = folded(text);
    return candidates.filter((index) => {
      const anchor = this.anchors[index]!;
      anchor.triedAt = this.written;
      return words.includes(anchor.words);
    });
  }

  private candidatesOf(index: number): Candidate[] {
    const from = this.firstCandidate[index] ?? 0;
    return (this.anchors[index]?.candidates ?? []).flatMap(({ similarity }, number) => {
      const { state, start, end } = this.candidates.at(from + number);
      return state === 'orphaned' ? [] : [{ span: { start, end }, similarity }];
    });
  }

  /** Everything stands where these spans say, and candidates where their anchors say. */
  private goBy(spans: readonly Span[]): void {
    this.live = new LiveAnchors(spans);
    const candidates: Span[] = [];
    this.firstCandidate = this.anchors.map((anchor) => candidates.push(...anchor.candidates.map(({ span }) => span)) - anchor.candidates.length);
    this.candidates = new LiveAnchors(candidates);
  }
}
