import type { AnnotationAct } from '../../../server/src/lsp/annotation-requests';

/** Acts that are remembered for each letter. */
const DEEPEST = 50;

/** A file before and after an act. */
export interface Act {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly kind: AnnotationAct['kind'];
}

/** What a person has done to a letter's annotations in this window, the last at the top. */
export class UndoStack {
  private acts: Act[] = [];

  get last(): Act | undefined {
    return this.acts.at(-1);
  }

  push(act: Act): void {
    this.acts = [...this.acts, act].slice(-DEEPEST);
  }

  pop(): void {
    this.acts.pop();
  }

  clear(): void {
    this.acts = [];
  }

  /** The file was written again with other positions and the same words: the last act can still be undone. */
  moved(name: string, before: string, after: string): void {
    const last = this.last;
    if (last !== undefined && last.name === name && last.after === before) this.acts[this.acts.length - 1] = { ...last, after };
  }
}
