import type { Candidate, Placement } from '../../annotations/anchoring';
import { foldedWords } from '../../annotations/anchoring/folded';
import { sameWords } from '../../annotations/anchoring/words';
import { withLineFeeds } from '../../annotations/code-points';
import type { TextTarget } from '../../annotations/model';
import type { Span } from '../../letter';
import { originalWords } from './original-words';

/** Where a passage stood in a text; UTF-16 code units, half-open. */
export interface Origin {
  readonly text: string;
  readonly span: Span;
}

/** A passage that is followed through the changes of an open letter. */
export class Anchored {
  /** Where it stood before its words were written to; `null` while it had no place. */
  origin: Origin | null = null;
  /** Its position held in a text that is known: no other text would tell more. */
  sure = false;
  /** Of the place it was given. */
  state: Placement['state'] = 'orphaned';
  /** Its words were written to since it stood there. */
  touched = false;
  /** Where it may be while it has no place. */
  candidates: readonly Candidate[] = [];
  /** How much had been written into the letter when it was looked for in vain. */
  triedAt = 0;
  private essence: string | undefined;
  private compared: { readonly words: string; readonly state: 'intact' | 'changed' } | undefined;

  constructor(readonly target: TextTarget) {}

  /** `intact` or `changed`, by the words that stand there now. */
  stateWith(text: string, span: Span): 'intact' | 'changed' {
    const words = text.slice(span.start, span.end);
    if (this.compared?.words !== words) this.compared = { words, state: sameWords(originalWords(this.target), withLineFeeds(words)) ? 'intact' : 'changed' };
    return this.compared.state;
  }

  /** Its words as they are compared: without white space and typography. */
  get words(): string {
    return (this.essence ??= foldedWords(this.origin ? this.origin.text.slice(this.origin.span.start, this.origin.span.end) : this.target.selector[0].exact));
  }

  /** It stands there now. One that was changed since it stood somewhere is still compared with what it was: that may come back. */
  placed(text: string, span: Span, state: 'intact' | 'changed'): void {
    this.touched = state === 'changed' && this.origin !== null;
    if (!this.touched) this.origin = { text, span };
    this.state = state;
    this.candidates = [];
    this.essence = undefined;
  }
}
