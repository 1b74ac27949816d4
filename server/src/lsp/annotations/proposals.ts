import * as l10n from '@vscode/l10n';
import { proposalsOf } from '../../annotations/proposals';
import { placeOf } from '../../annotations/target';
import type { Span } from '../../letter';
import type { RuleLevels } from '../../rules';
import type { Proposal, ProposalKind, Proposals } from '../annotation-requests';
import type { Reading } from '../reading';
import type { AnnotatedLetter } from './annotated-letter';
import { ItemRequests } from './item-requests';
import { judgedProposals } from './judged';
import { oneLine } from './one-line';

const LONGEST_TITLE = 120;

/** Something that a letter's reader or a rule says, for a person to judge. */
export interface Proposed {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly title: string;
  readonly span: Span;
  readonly letter: number;
  /** Zero-based; `null` outside the items. */
  readonly item: number | null;
  readonly field: string | null;
}

const known = new WeakMap<Reading, { readonly findings: readonly unknown[]; readonly proposed: readonly Proposed[] }>();

/**
 * What is proposed in a letter, in the order of the text: what was recognized,
 * and the findings at these levels without those that were ignored. Made once
 * for a version of the letter and the same findings.
 */
export function proposedIn(reading: Reading, levels: RuleLevels): readonly Proposed[] {
  const findings = reading.findings(levels);
  const before = known.get(reading);
  if (before?.findings === findings) return before.proposed;
  const proposed = [...recognized(reading), ...found(reading, levels)].sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
  known.set(reading, { findings, proposed });
  return proposed;
}

/** The answer to {@link Proposals}: what is proposed with what people said to it. */
export function proposalViews(reading: Reading, levels: RuleLevels, letter: AnnotatedLetter): Proposals {
  const all = proposedIn(reading, levels);
  const states = new Map([...judgedProposals(letter.said.threads, letter.settled(reading), reading, all)].map(([{ state }, { id }]) => [id, state]));
  const requests = new ItemRequests(reading);
  const proposals = all.map(({ span, ...proposal }): Proposal => {
    const state = states.get(proposal.id);
    return { ...proposal, range: reading.range(span), request: proposal.item === null ? '' : requests.request(proposal.letter, proposal.item), state: state?.name ?? 'open', by: state?.by ?? null };
  });
  return { version: reading.version, proposals };
}

function recognized(reading: Reading): Proposed[] {
  return proposalsOf(reading, reading.catalogue).map((proposal) => ({ ...proposal, title: titleOf(reading, proposal) }));
}

function found(reading: Reading, levels: RuleLevels): Proposed[] {
  const left = new Set(reading.findings(levels));
  const ids = reading.findingIds(levels);
  return reading.allFindings(levels).flatMap((finding, index) => {
    if (!left.has(finding)) return [];
    const { span, message, item } = finding;
    const { field } = placeOf(reading, span);
    return [{ id: `urn:imr:${ids[index]!}`, kind: 'finding' as const, title: message, span, letter: Math.max(0, reading.letterAt(span.start)), item, field }];
  });
}

function titleOf({ text, letters }: Reading, { kind, letter, item, field, span }: ReturnType<typeof proposalsOf>[number]): string {
  if (kind === 'decision') {
    return letters[letter]?.items[item]?.decision?.value === 'overturned' ? l10n.t('Decision: {0}', l10n.t('Overturned')) : l10n.t('Decision: {0}', l10n.t('Upheld'));
  }
  const words = oneLine(text.slice(span.start, span.end), LONGEST_TITLE);
  if (kind === 'citation') return l10n.t('Citation: {0}', words);
  return words === '' ? l10n.t('{0}: empty', fieldName(field)) : l10n.t('{0}: {1}', fieldName(field), words);
}

function fieldName(field: string): string {
  if (field === 'claimsAdministratorGuideline') return l10n.t('Claims administrator guideline');
  return field === 'reviewerGuideline' ? l10n.t('Reviewer guideline') : l10n.t('Decision rationale');
}
