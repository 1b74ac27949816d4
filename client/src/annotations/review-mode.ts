import * as vscode from 'vscode';
import { LANGUAGE } from '../language';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { shortened } from './passage';
import { Review } from './review';
import { unlockingReviewed } from './review-lock';
import { STEP_KINDS, stepKindName, USUAL_KINDS, type StepKind } from './review-steps';

/** Characters of what is asked in the status bar, which cuts off long texts. */
const LONGEST_TITLE = 32;

/** What can be done in a review, by the command's name. */
export type ReviewAct = 'reviewAccept' | 'reviewReject' | 'reviewCorrect' | 'reviewSkip' | 'reviewBack' | 'reviewComment' | 'reviewUndo' | 'reviewStop' | 'reviewMenu';

/** Walks a person through what is to be judged in a letter, one by one, on single keys. */
export class ReviewMode implements vscode.Disposable {
  private review: Review | undefined;
  private isBeginning = false;
  /** Kept while the window is open. */
  private kinds: readonly StepKind[] = USUAL_KINDS;
  private readonly status = vscode.window.createStatusBarItem('imrLetters.review', vscode.StatusBarAlignment.Left, 1000);
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly annotations: LetterAnnotations,
    private readonly labels: Labels,
  ) {
    this.status.name = vscode.l10n.t('IMR review');
    this.status.command = 'imrLetters.reviewMenu';
    this.subscriptions = [this.status, unlockingReviewed()];
  }

  dispose(): void {
    this.review?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Does what a person asks for in the review at hand; nothing where there is none. */
  async act(act: ReviewAct, given?: unknown): Promise<void> {
    const { review } = this;
    if (review === undefined) return;
    await this.done(review, act, given);
    if (this.review === review) this.tell(review);
  }

  private done(review: Review, act: ReviewAct, given: unknown): Promise<void> | void {
    switch (act) {
      case 'reviewAccept':
        return review.judge('accepted');
      case 'reviewReject':
        return review.judge('rejected');
      case 'reviewCorrect':
        return review.correct(given);
      case 'reviewSkip':
        return review.skip();
      case 'reviewBack':
        return review.back();
      case 'reviewComment':
        return review.comment(given);
      case 'reviewUndo':
        return review.undo();
      case 'reviewStop':
        return review.stop();
      case 'reviewMenu':
        return this.menu(review);
    }
  }

  /** `given`: `{ kinds }`, as keys of a person's own may name them. */
  async begin(given?: unknown): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (this.isBeginning || document === undefined || document.languageId !== LANGUAGE) return;
    if (this.review?.document === document) return this.review.resume();
    this.review?.stop();
    const kinds = typeof given === 'object' && given !== null && 'kinds' in given && Array.isArray(given.kinds) ? given.kinds : this.kinds;
    await this.start(document, STEP_KINDS.filter((kind) => kinds.includes(kind)));
  }

  private async start(document: vscode.TextDocument, kinds: readonly StepKind[]): Promise<void> {
    if (document.isUntitled) {
      void vscode.window.showWarningMessage(vscode.l10n.t('Save the letter first: annotations are kept in a file beside it.'));
      return;
    }
    this.isBeginning = true;
    try {
      this.review = await Review.begin(this.annotations, this.labels, document, kinds, (review) => this.end(review));
    } finally {
      this.isBeginning = false;
    }
    if (this.review !== undefined) this.tell(this.review);
    else void this.nothingLeft(document, kinds);
  }

  private tell(review: Review): void {
    const { step, count } = review;
    const { place, all } = count;
    if (step === undefined) return this.tellDone(review);
    this.status.text = vscode.l10n.t('IMR review {0}/{1}: {2} — a accept · x reject · c correct · s skip · Esc', place, all, shortened(step.title, LONGEST_TITLE));
    this.status.tooltip = vscode.l10n.t('{0}\nAlso: ← back · m comment · u undo. Choose this for all that can be done, and for what is reviewed.', step.title);
    this.status.accessibilityInformation = { label: vscode.l10n.t('IMR review, {0} of {1}: {2}. a accepts, x rejects, c corrects, s skips, Escape stops.', place, all, step.title) };
    this.status.show();
  }

  private tellDone(review: Review): void {
    this.status.text = vscode.l10n.t('IMR review done — Esc');
    this.status.tooltip = vscode.l10n.t('The review is done: {0}', review.tally);
    this.status.accessibilityInformation = { label: vscode.l10n.t('IMR review, done: {0} Escape leaves it, the left arrow goes back.', review.tally) };
    this.status.show();
  }

  private end(review: Review): void {
    const { place, all } = review.count;
    const isWhole = review.isDone;
    review.dispose();
    this.status.hide();
    if (this.review === review) this.review = undefined;
    void vscode.window.showInformationMessage(isWhole ? vscode.l10n.t('The review is done: {0}', review.tally) : vscode.l10n.t('The review was stopped at {0} of {1}: {2}', place, all, review.tally));
  }

  private async nothingLeft(document: vscode.TextDocument, kinds: readonly StepKind[]): Promise<void> {
    if (this.annotations.annotationsOf(document) === undefined) return;
    const others = vscode.l10n.t('Review Something Else…');
    const names = kinds.map(stepKindName).join(', ');
    const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Nothing is left to review in this letter of: {0}.', names), others);
    if (chosen === others) await this.chooseKinds(document, kinds);
  }

  private async chooseKinds(document: vscode.TextDocument, before: readonly StepKind[]): Promise<void> {
    const lines = STEP_KINDS.map((kind) => ({ step: kind, label: stepKindName(kind), picked: before.includes(kind) }));
    const chosen = await vscode.window.showQuickPick(lines, { canPickMany: true, title: vscode.l10n.t('What shall be reviewed?') });
    if (chosen === undefined || chosen.length === 0) return;
    this.kinds = chosen.map(({ step }) => step);
    this.review?.stop();
    await this.start(document, this.kinds);
  }

  private async menu(review: Review): Promise<void> {
    const line = (label: string, description: string, work: () => Promise<void> | void) => ({ label, description, work });
    const chosen = await vscode.window.showQuickPick(
      [
        line(vscode.l10n.t('Accept'), 'a', () => review.judge('accepted')),
        line(vscode.l10n.t('Reject'), 'x', () => review.judge('rejected')),
        line(vscode.l10n.t('Correct…'), 'c', () => review.correct()),
        line(vscode.l10n.t('Skip'), 's, →', () => review.skip()),
        line(vscode.l10n.t('Back'), '←', () => review.back()),
        line(vscode.l10n.t('Comment…'), 'm', () => review.comment()),
        line(vscode.l10n.t('Undo the last verdict'), 'u', () => review.undo()),
        line(vscode.l10n.t('Choose what is reviewed…'), review.kinds.map(stepKindName).join(', '), () => this.chooseKinds(review.document, review.kinds)),
        line(vscode.l10n.t('Stop'), 'Esc', () => review.stop()),
      ],
      { title: review.step?.title ?? '', placeHolder: vscode.l10n.t('What do you say to it?') },
    );
    await (chosen?.work() ?? review.resume());
  }
}
