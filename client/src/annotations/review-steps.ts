import * as vscode from 'vscode';
import type { ProposalKind } from '../../../server/src/lsp/annotation-requests';
import { proposalName, threadName } from './annotations-tree';
import { saidIn } from './annotation-hover';
import type { Labels } from './labels';
import type { LetterAnnotations } from './letter-annotations';
import { shortened } from './passage';
import { knownPerson } from './person';
import { editorRange } from './ranges';

/** What can be reviewed: what the machine proposes by its kinds, and what other people have said. */
export type StepKind = ProposalKind | 'annotation';

export const STEP_KINDS: readonly StepKind[] = ['decision', 'field', 'citation', 'finding', 'annotation'];
/** Fields and citations are many, and mostly read right. */
export const USUAL_KINDS: readonly StepKind[] = ['decision', 'finding', 'annotation'];

/** One thing to be judged. */
export interface Step {
  /** Of a proposal or of a thread. */
  readonly id: string;
  readonly kind: StepKind;
  /** What is proposed, in words. */
  readonly title: string;
  readonly range: vscode.Range;
}

/**
 * What nobody has judged yet in a letter, of these kinds, in the order of the
 * text; one's own annotations are not among it. `ids`: those all the same,
 * judged or not, and none beside them. `undefined` where the server does not answer.
 */
export async function stepsOf(annotations: LetterAnnotations, labels: Labels, document: vscode.TextDocument, kinds: readonly StepKind[], ids?: ReadonlySet<string>): Promise<readonly Step[] | undefined> {
  const answer = await annotations.proposals(document);
  if (answer === undefined || answer.version !== document.version) return undefined;
  const isMeant = (id: string, isOpen: boolean): boolean => (ids === undefined ? isOpen : ids.has(id));
  const proposals = answer.proposals.filter(({ id, kind, state }) => kinds.includes(kind) && isMeant(id, state === 'open'));
  const steps = proposals.map(({ id, kind, title, range }): Step => ({ id, kind, title: kind === 'finding' ? vscode.l10n.t('Finding: {0}', title) : title, range: editorRange(range) }));
  if (kinds.includes('annotation')) steps.push(...others(annotations, labels, document, isMeant));
  return steps.sort((one, other) => one.range.start.compareTo(other.range.start) || STEP_KINDS.indexOf(one.kind) - STEP_KINDS.indexOf(other.kind));
}

/** A kind of step in words, for a list. */
export function stepKindName(kind: StepKind): string {
  return kind === 'annotation' ? vscode.l10n.t('What others have annotated') : proposalName(kind);
}

function others(annotations: LetterAnnotations, labels: Labels, document: vscode.TextDocument, isMeant: (id: string, isOpen: boolean) => boolean): Step[] {
  const person = knownPerson(document.uri);
  return (annotations.annotationsOf(document)?.threads ?? []).flatMap((thread): Step[] => {
    const { id, proposal, place, state, remarks } = thread;
    const [first] = remarks;
    if (proposal !== null || first === undefined || first.person === person || !('range' in place) || !isMeant(id, state === 'open')) return [];
    const name = threadName(thread, document.uri, labels);
    const said = shortened(saidIn(first).replace(/\s+/g, ' '));
    return [{ id, kind: 'annotation', title: said === '' ? vscode.l10n.t('{0}, {1}', first.person, name) : vscode.l10n.t('{0}, {1}: {2}', first.person, name, said), range: editorRange(place.range) }];
  });
}
