import * as l10n from '@vscode/l10n';
import { hasConflict, serialize, type AnnotationFile } from '../../annotations/annotation-file';
import { newAnnotation, newReply, newReview, type Author } from '../../annotations/compose';
import { withAnnotation, withOwnChanged, withoutOwn, withTargets } from '../../annotations/edits';
import { asName, commentOf, isBy, labelsOf, textTargetOf, VERDICTS, verdictOf, type Annotation, type ProposalTarget } from '../../annotations/model';
import { proposalTarget } from '../../annotations/proposals';
import { annotatedText, textTarget, type AnnotatedText } from '../../annotations/target';
import type { Clock, IdSource } from '../../host';
import type { Span } from '../../letter';
import type { RuleLevels } from '../../rules';
import type { Annotated, AnnotateParams, AnnotationAct } from '../annotation-requests';
import type { Reading } from '../reading';
import type { AnnotatedLetter, BesideFile } from './annotated-letter';
import { withOriginalWords } from './original-words';
import { proposedIn } from './proposals';

/** Time and names for what is said. */
export interface World {
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** What an act makes of a person's file, or why it makes nothing. */
type Outcome = { readonly refused: string } | { readonly file: AnnotationFile; readonly id: string | null };

type Act<Kind extends AnnotationAct['kind']> = Extract<AnnotationAct, { readonly kind: Kind }>;

interface Saying {
  readonly author: Author;
  readonly own: BesideFile;
  readonly letter: AnnotatedLetter;
  readonly reading: Reading;
  readonly levels: RuleLevels;
}

/**
 * Says something in a person's name: gives the person's file as it shall be,
 * and goes by it from now on. Refuses with a reason to read; nothing is
 * changed then.
 */
export function annotate(letter: AnnotatedLetter, reading: Reading, levels: RuleLevels, { version, person, act }: AnnotateParams, world: World): Annotated {
  const name = asName(String(person ?? ''));
  if (name === '') return refusal(l10n.t('Nobody’s name is set, so nothing can be said in it. Set “imrLetters.person” first.'));
  if (version !== reading.version) return refusal(l10n.t('The letter has changed meanwhile. Try again.'));
  if (!letter.isKnown) return refusal(l10n.t('The annotation files of this letter have not been read yet. Try again.'));
  const own = letter.ownFile(name);
  if (hasConflict(own.file)) return refusal(l10n.t('“{0}” holds a merge conflict of git. Resolve it first, or run “IMR: Keep What Both Sides of a Merge Say”.', own.name));
  const outcome = outcomeOf({ author: { person: name, ...world }, own, letter, reading, levels }, act);
  if ('refused' in outcome) return refusal(outcome.refused);
  const { file, id } = outcome;
  if (file === own.file) return { refused: null, file: null, before: own.text, id: null };
  const written = { name: own.name, text: serialize(file) };
  // Positions in this text may be asked for when it is another one already.
  letter.bases.add(reading.text);
  letter.expect(written);
  return { refused: null, file: written, before: own.text, id };
}

function refusal(refused: string): Annotated {
  return { refused, file: null, before: '', id: null };
}

function outcomeOf(saying: Saying, act: AnnotationAct): Outcome {
  switch (act.kind) {
    case 'add':
      return added(saying, act);
    case 'reply':
      return replied(saying, act);
    case 'review':
      return reviewed(saying, act);
    case 'change':
      return changed(saying, act);
    case 'remove':
      return own(saying, act.id) ?? { file: withoutOwn(saying.own.file, saying.author.person, act.id), id: act.id };
    case 'reattach':
      return reattached(saying, act);
    default:
      return { refused: l10n.t('This cannot be done here.') };
  }
}

function added({ author, own: { file }, letter, reading }: Saying, { range, labels, comment }: Act<'add'>): Outcome {
  const span = visible(reading, reading.span(range));
  if (span === null) return { refused: l10n.t('Select the words first that it is about.') };
  const said = remark(labels, comment);
  if (isEmpty(said)) return { refused: l10n.t('Choose a label or write a comment.') };
  return withNew(file, newAnnotation(author, textTarget(annotated(letter, reading), span), said));
}

function replied(saying: Saying, { to, comment }: Act<'reply'>): Outcome {
  if (comment.trim() === '') return { refused: l10n.t('Write an answer first.') };
  const target = subject(saying, to);
  return target === null ? gone() : withNew(saying.own.file, newReply(saying.author, target, comment));
}

function reviewed(saying: Saying, { subject: id, verdict, correction, comment }: Act<'review'>): Outcome {
  if (!VERDICTS.includes(verdict)) return { refused: l10n.t('This cannot be done here.') };
  const target = subject(saying, id);
  if (target === null) return gone();
  const thread = saying.letter.thread(id);
  const before = thread ? [...(thread.root ? [thread.root] : []), ...thread.reviews] : [];
  return withNew(saying.own.file, newReview(saying.author, target, verdict, { comment, correction }, before));
}

function changed(saying: Saying, { id, labels, comment }: Act<'change'>): Outcome {
  const refused = own(saying, id);
  if (refused) return refused;
  const before = saying.own.file.entries.find((entry) => entry.id === id)!;
  const whole = remark(labels ?? labelsOf(before), comment ?? commentOf(before));
  // A review says something without any word.
  if (isEmpty(whole) && verdictOf(before) === null) return { refused: l10n.t('Choose a label or write a comment.') };
  return { file: withOwnChanged(saying.own.file, saying.author.person, id, whole, saying.author.clock, saying.letter.thread(id)?.reviews), id };
}

function reattached(saying: Saying, { id, range }: Act<'reattach'>): Outcome {
  const { own: { file }, letter, reading, author } = saying;
  const refused = own(saying, id);
  if (refused) return refused;
  const span = visible(reading, reading.span(range));
  if (span === null) return { refused: l10n.t('Select the words first that it is about.') };
  if (file.entries.some((entry) => entry.id === id && textTargetOf(entry) === null)) return { refused: l10n.t('An answer has no place of its own.') };
  const target = withOriginalWords(textTarget(annotated(letter, reading), span), null);
  return { file: withTargets(file, new Map([[id, { ...target, 'imr:placed': author.clock.now().toISOString() }]])), id };
}

/** Why a person may not change an annotation; `undefined` where it is the person's own. */
function own({ author: { person }, own: { file }, letter }: Saying, id: string): { readonly refused: string } | undefined {
  if (file.entries.some((entry) => entry.id === id && isBy(entry, person))) return undefined;
  const other = letter.annotation(id);
  return other === undefined ? gone() : { refused: l10n.t('Only {0} can change this. Answer it or review it instead.', other.creator.name) };
}

/** What an id speaks of: an annotation, or a proposal with the passage it is about now or was about before. */
function subject({ letter, reading, levels }: Saying, id: string): string | ProposalTarget | null {
  if (letter.annotation(id) !== undefined) return id;
  const proposal = proposedIn(reading, levels).find((proposed) => proposed.id === id);
  if (proposal) return proposalTarget(annotated(letter, reading), proposal);
  const target = letter.thread(id)?.target;
  return target && 'id' in target ? target : null;
}

function gone(): { readonly refused: string } {
  return { refused: l10n.t('What this is about is no longer there.') };
}

function withNew(file: AnnotationFile, annotation: Annotation): Outcome {
  return { file: withAnnotation(file, annotation), id: annotation.id };
}

function annotated({ name }: AnnotatedLetter, { text, letters }: Reading): AnnotatedText {
  return annotatedText(name, text, letters);
}

function remark(labels: readonly string[], comment: string): { labels: string[]; comment: string } {
  return { labels: labels.filter((label) => label.trim() !== ''), comment };
}

function isEmpty({ labels, comment }: { readonly labels: readonly string[]; readonly comment: string }): boolean {
  return labels.length === 0 && comment.trim() === '';
}

/** A span without white space at its ends; `null` where there is nothing else. */
function visible({ text }: Reading, { start, end }: Span): Span | null {
  const words = text.slice(Math.min(start, end), Math.max(start, end));
  const from = Math.min(start, end) + (words.length - words.trimStart().length);
  return words.trim() === '' ? null : { start: from, end: from + words.trim().length };
}
