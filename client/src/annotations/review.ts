import * as vscode from 'vscode';
import { sayWords } from './kept-words';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { askForPerson } from './person';
import { ReviewLock } from './review-lock';
import { ReviewMarks } from './review-marks';
import { stepsOf, type Step, type StepKind } from './review-steps';

export type Outcome = 'accepted' | 'rejected' | 'corrected' | 'skipped';

/** Longest words that are offered for correction; of longer ones, a part. */
const LONGEST_WORDS = 2000;

/**
 * One walk through what is to be judged in a letter. Its steps stay the same
 * while it lasts; where they stand is asked again when the letter changes.
 */
export class Review implements vscode.Disposable {
  private place = 0;
  private readonly outcomes = new Map<string, Outcome>();
  /** What was judged and by which review, the last at the end: the order in which they are undone. */
  private readonly judged: { readonly step: string; readonly review: string }[] = [];
  /** Keys that are pressed while one is at work are not meant for what comes next. */
  private isBusy = false;
  private isOver = false;
  private readonly marks = new ReviewMarks();
  private readonly lock: ReviewLock;
  private readonly subscriptions: readonly vscode.Disposable[];

  private constructor(
    private readonly annotations: LetterAnnotations,
    private readonly labels: Labels,
    readonly document: vscode.TextDocument,
    readonly kinds: readonly StepKind[],
    private steps: readonly Step[],
    private version: number,
    private readonly over: (review: Review) => void,
  ) {
    this.lock = new ReviewLock(document);
    this.subscriptions = [
      this.marks,
      this.lock,
      annotations.onDidClose((letter) => {
        if (letter.toString() === document.uri.toString()) this.stop();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.draw()),
      vscode.workspace.onDidChangeTextDocument((change) => {
        // Something else than keys has changed it.
        if (change.document === document && change.contentChanges.length > 0) this.marks.clear();
      }),
      annotations.onDidChange((changed) => {
        if (changed === document && !this.isBusy && document.version !== this.version) void this.atWork(() => this.follow());
      }),
    ];
  }

  /** Begins at the first step and gives the review; `undefined` where there is nothing to review or no answer. `over` is told of its end. */
  static async begin(annotations: LetterAnnotations, labels: Labels, document: vscode.TextDocument, kinds: readonly StepKind[], over: (review: Review) => void): Promise<Review | undefined> {
    if ((await askForPerson(document.uri)) === undefined) return undefined;
    const { version } = document;
    const steps = await stepsOf(annotations, labels, document, kinds);
    if (steps === undefined || steps.length === 0 || version !== document.version) return undefined;
    const review = new Review(annotations, labels, document, kinds, steps, version, over);
    await review.lock.begin();
    await review.atWork(() => review.show());
    return review.isOver ? undefined : review;
  }

  get step(): Step | undefined {
    return this.steps[this.place];
  }

  get count(): { readonly place: number; readonly all: number } {
    return { place: Math.min(this.place + 1, this.steps.length), all: this.steps.length };
  }

  /** All was asked. The letter stays locked until the person leaves: the next key is as like as not one more verdict. */
  get isDone(): boolean {
    return this.place >= this.steps.length;
  }

  /** The outcomes so far, in words. */
  get tally(): string {
    return vscode.l10n.t('{0} accepted, {1} rejected, {2} corrected, {3} skipped.', this.number('accepted'), this.number('rejected'), this.number('corrected'), this.number('skipped'));
  }

  /** How many steps had an outcome. */
  number(outcome: Outcome): number {
    return [...this.outcomes.values()].filter((one) => one === outcome).length;
  }

  judge(verdict: 'accepted' | 'rejected'): Promise<void> {
    return this.atWork(() => this.say(verdict));
  }

  /** Asks for the words that should stand there: the proposal is rejected with them. */
  correct(given?: unknown): Promise<void> {
    return this.atWork(async () => {
      const { step } = this;
      if (step === undefined) return;
      const words = this.document.getText(step.range).replace(/\s+/g, ' ').trim();
      const correction = typeof given === 'string' ? given : await vscode.window.showInputBox({
        title: vscode.l10n.t('Correct: {0}', step.title),
        prompt: vscode.l10n.t('The words that should stand there. They are kept with your verdict; the letter is not changed.'),
        value: words.slice(0, LONGEST_WORDS),
        ignoreFocusOut: true,
      });
      if (correction === undefined || correction.trim() === '') return this.show();
      await this.say('rejected', correction.trim());
    });
  }

  comment(given?: unknown): Promise<void> {
    return this.atWork(async () => {
      const { step } = this;
      if (step === undefined) return;
      const comment = typeof given === 'string' ? given : await vscode.window.showInputBox({ title: vscode.l10n.t('Comment: {0}', step.title), ignoreFocusOut: true });
      const words = comment?.trim() ?? '';
      if (words !== '') await sayWords(this.annotations, this.document, words, () => ({ kind: 'reply', to: step.id, comment: words }));
      await this.show();
    });
  }

  skip(): Promise<void> {
    return this.atWork(() => {
      const { step } = this;
      if (step !== undefined && !this.outcomes.has(step.id)) this.outcomes.set(step.id, 'skipped');
      return this.go(1);
    });
  }

  back(): Promise<void> {
    return this.atWork(() => this.go(-1));
  }

  /** Takes the last verdict of this review back, and goes to it. */
  undo(): Promise<void> {
    return this.atWork(async () => {
      const last = this.judged.at(-1);
      if (last === undefined) return void vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing was judged in this review yet.'), 3000);
      // The last act may be another one, such as a comment; and the verdict may be gone already.
      if (this.isThere(last.review) && (await this.annotations.act(this.document, { kind: 'remove', id: last.review })) === undefined) return;
      this.judged.pop();
      this.outcomes.delete(last.step);
      this.place = Math.max(0, this.steps.findIndex(({ id }) => id === last.step));
      await this.show();
    });
  }

  /** Shows the step at hand again. */
  resume(): Promise<void> {
    return this.atWork(() => this.show());
  }

  stop(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.over(this);
  }

  dispose(): void {
    this.isOver = true;
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async atWork(work: () => Promise<void>): Promise<void> {
    if (this.isBusy || this.isOver) return;
    this.isBusy = true;
    try {
      await work();
    } finally {
      this.isBusy = false;
    }
  }

  private async say(verdict: 'accepted' | 'rejected', correction?: string): Promise<void> {
    const { step } = this;
    if (step === undefined) return;
    const review = { kind: 'review', subject: step.id, verdict } as const;
    const said = await (correction === undefined ? this.annotations.act(this.document, review) : sayWords(this.annotations, this.document, correction, () => ({ ...review, correction })));
    if (said === undefined) return this.show();
    this.outcomes.set(step.id, correction === undefined ? verdict : 'corrected');
    this.judged.push({ step: step.id, review: said });
    await this.go(1);
  }

  private isThere(review: string): boolean {
    const threads = this.annotations.annotationsOf(this.document)?.threads ?? [];
    return threads.some(({ remarks }) => remarks.some(({ id }) => id === review));
  }

  private async go(by: number): Promise<void> {
    this.place = Math.min(this.steps.length, Math.max(0, this.place + by));
    await this.show();
  }

  /** The text has changed, perhaps while the person is elsewhere. */
  private async follow(): Promise<void> {
    if (await this.placed()) this.draw();
    else this.stop();
  }

  private async show(): Promise<void> {
    if (!(await this.placed())) return this.stop();
    const { step, document } = this;
    if (this.isOver) return;
    if (step === undefined) return this.draw();
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document && one.viewColumn !== undefined);
    const { start } = step.range;
    await vscode.window.showTextDocument(document, { ...(editor?.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }), selection: new vscode.Range(start, start) });
    await this.lock.hold();
    this.draw();
  }

  /** Whether the steps are where they stand in the text as it is now; those that are no longer there are left out. */
  private async placed(): Promise<boolean> {
    const { document } = this;
    if (document.version === this.version) return true;
    const { version } = document;
    const steps = await stepsOf(this.annotations, this.labels, document, this.kinds, new Set(this.steps.map(({ id }) => id)));
    if (steps === undefined || version !== document.version) return true;
    const at = this.step?.id;
    const before = this.steps.slice(0, this.place).filter(({ id }) => steps.some((one) => one.id === id)).length;
    this.steps = steps;
    this.version = version;
    const found = steps.findIndex(({ id }) => id === at);
    this.place = at === undefined ? steps.length : found < 0 ? Math.min(before, steps.length - 1) : found;
    return steps.length > 0;
  }

  private draw(): void {
    if (this.isOver || this.document.version !== this.version) return;
    const { step } = this;
    const last = this.steps.at(-1);
    if (step !== undefined) this.marks.show(this.document, step, this.count, outcomeText(this.outcomes.get(step.id)));
    else if (last !== undefined) this.marks.done(this.document, last.range.start, vscode.l10n.t('The review is done: {0}', this.tally));
  }
}

function outcomeText(outcome: Outcome | undefined): string | undefined {
  switch (outcome) {
    case 'accepted':
      return vscode.l10n.t('accepted');
    case 'rejected':
      return vscode.l10n.t('rejected');
    case 'corrected':
      return vscode.l10n.t('corrected');
    default:
      return undefined;
  }
}
