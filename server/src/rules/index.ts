import { catalogue, type Catalogue } from '../guidelines';
import { readLetters, type Letter } from '../letter';
import { bodyPartDiffers } from './body-part-differs';
import { DECISION_RULES } from './decision';
import { DATE_RULES } from './dates';
import { QUANTITY_RULES } from './quantities';
import { PRIVACY_RULES } from './privacy';
import { LEFT_IN_RULES } from './left-in';
import { NOISE_RULES } from './noise';
import { sameForm } from './noise/same-form';
import { stretchesOfWords } from './noise/within-words';
import { EVIDENCE_RULES } from './evidence';
import { PERSON_RULES } from './person';
import { CONTENT_RULES } from './content';
import { duplicateField } from './duplicate-field';
import { editionNotYetInForce } from './edition-not-yet-in-force';
import { editionSuperseded } from './edition-superseded';
import { emptyClaimsAdministratorGuideline } from './empty-claims-administrator-guideline';
import { emptyDecision } from './empty-decision';
import { emptyRationale } from './empty-rationale';
import { emptyReviewerGuideline } from './empty-reviewer-guideline';
import { fieldAndRationaleDiffer } from './field-and-rationale-differ';
import { fieldOutOfOrder } from './field-out-of-order';
import { issuesWithoutItems } from './issues-without-items';
import { missingClaimsAdministratorGuideline } from './missing-claims-administrator-guideline';
import { missingDecision } from './missing-decision';
import { missingRationale } from './missing-rationale';
import { missingReviewerGuideline } from './missing-reviewer-guideline';
import { missingSection } from './missing-section';
import { misspeltDecision } from './misspelt-decision';
import { misspeltGuideline } from './misspelt-guideline';
import { misspeltLabel } from './misspelt-label';
import { notMtusBesideMtusCitation } from './not-mtus-beside-mtus-citation';
import { notPartOfTheMtus } from './not-part-of-the-mtus';
import { nothingToLookUp } from './nothing-to-look-up';
import { outsideMtusWithoutCitation } from './outside-mtus-without-citation';
import { pagesOfAnotherTopic } from './pages-of-another-topic';
import { pagesOutsideGuideline } from './pages-outside-guideline';
import { topicNotSoNamed } from './topic-not-so-named';
import { LEVELS } from './rule';
import type { Edit, Finding, Fix, Level, Observation, Rule, RuleContext, RuleLevels } from './rule';

export * from './rule';
export { DECISION_RULES, DATE_RULES, QUANTITY_RULES, PRIVACY_RULES, LEFT_IN_RULES, NOISE_RULES, EVIDENCE_RULES, PERSON_RULES, CONTENT_RULES };

/** What the form of a letter asks for. */
export const FORM_RULES: readonly Rule[] = [
  missingSection,
  issuesWithoutItems,
  missingDecision,
  emptyDecision,
  missingClaimsAdministratorGuideline,
  emptyClaimsAdministratorGuideline,
  missingReviewerGuideline,
  emptyReviewerGuideline,
  missingRationale,
  emptyRationale,
  duplicateField,
  fieldOutOfOrder,
  misspeltDecision,
  misspeltLabel,
];

/** Whether what a letter cites is there, was in force and fits. */
export const CITATION_RULES: readonly Rule[] = [
  pagesOutsideGuideline,
  pagesOfAnotherTopic,
  editionNotYetInForce,
  editionSuperseded,
  notPartOfTheMtus,
  outsideMtusWithoutCitation,
  notMtusBesideMtusCitation,
  nothingToLookUp,
  topicNotSoNamed,
  misspeltGuideline,
  fieldAndRationaleDiffer,
  bodyPartDiffers,
];

/** All rules, in the order in which findings at the same place are listed. */
export const RULES: readonly Rule[] = [
  ...FORM_RULES,
  ...CITATION_RULES,
  ...DECISION_RULES,
  ...DATE_RULES,
  ...QUANTITY_RULES,
  ...PRIVACY_RULES,
  ...LEFT_IN_RULES,
  ...NOISE_RULES,
  ...EVIDENCE_RULES,
  ...PERSON_RULES,
  ...CONTENT_RULES,
];

/**
 * The findings of one letter in text order. `levels` overrides the rules' own
 * levels; `off` silences a rule; codes and levels that do not exist are ignored.
 * `item` counts from zero within the letter; `of` are the guidelines to go by.
 */
export function checkLetter(text: string, letter: Letter, levels: RuleLevels = {}, of: Catalogue = catalogue()): Finding[] {
  const findings = RULES.flatMap((rule) => {
    const set = levelSet(rule, levels);
    const level = set ?? rule.level;
    if (level === 'off') return [];
    return seenBy(rule, { text, letter, catalogue: of }).all.map(
      (observation): Finding => ({ ...observation, code: rule.code, level: set === undefined ? lower(level, observation.level) : level }),
    );
  });
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The findings of all letters of a text, in text order; the letters are in text order too. */
export function checkLetters(text: string, letters: readonly Letter[], levels: RuleLevels = {}, of: Catalogue = catalogue()): Finding[] {
  return letters.flatMap((letter) => checkLetter(text, letter, levels, of));
}

/**
 * The fixes of a finding, best first. The finding may come from an earlier
 * version of the text or from a client: it is looked up again in the letter at
 * its span, and one that is no longer there has no fixes.
 */
export function fixesOf(text: string, letters: readonly Letter[], finding: Finding, of: Catalogue = catalogue()): Fix[] {
  const letter = letterAt(letters, finding.span.start);
  const rule = RULES.find((candidate) => candidate.code === finding.code);
  if (!letter || !rule) return [];
  const context: RuleContext = { text, letter, catalogue: of };
  const same = seenBy(rule, context).byPlace.get(place(finding)) ?? [];
  const current = same.find((candidate) => candidate.message === finding.message) ?? same[0];
  if (!current) return [];
  return rule.fixes(context, { ...current, code: rule.code, level: finding.level });
}

/**
 * The edits that `source.fixAll` may make: of each finding its first fix that
 * cannot change what the letter says. The edits do not overlap; a fix that
 * would touch another one's place waits for the next run.
 */
export function safeFixes(text: string, letters: readonly Letter[], findings: readonly Finding[], of: Catalogue = catalogue()): Edit[] {
  const groups = groupsOf(text, letters, findings, of);
  const noise = withoutHarm(text, letters, groups.filter(({ cleanup }) => cleanup));
  return apart(groups.filter((group) => !group.cleanup || noise.has(group)));
}

/**
 * The edits that undo what text extraction did, and nothing else: they change
 * neither the form of the letter nor a decision. In order, apart from each
 * other; a fix that would touch another one's place waits for the next run.
 */
export function cleanupFixes(text: string, letters: readonly Letter[], findings: readonly Finding[], of: Catalogue = catalogue()): Edit[] {
  const groups = groupsOf(text, letters, findings, of).filter(({ cleanup }) => cleanup);
  return apart([...withoutHarm(text, letters, groups)]);
}

/** The edits of one fix, in order. */
interface FixEdits {
  readonly edits: readonly Edit[];
  readonly cleanup: boolean;
}

/** Of each finding its first safe fix, in the order of the text. */
function groupsOf(text: string, letters: readonly Letter[], findings: readonly Finding[], of: Catalogue): FixEdits[] {
  const mayBeSafe = new Set(RULES.flatMap((rule) => (rule.mayBeSafe ? [rule.code] : [])));
  return findings
    .flatMap((finding): FixEdits[] => {
      const fix = mayBeSafe.has(finding.code) ? fixesOf(text, letters, finding, of).find(({ safe }) => safe) : undefined;
      if (fix === undefined || fix.edits.length === 0) return [];
      return [{ edits: [...fix.edits].sort((a, b) => a.span.start - b.span.start), cleanup: fix.cleanup === true }];
    })
    .sort((a, b) => a.edits[0]!.span.start - b.edits[0]!.span.start);
}

/** The edits of all fixes that do not touch the place of one before them. */
function apart(groups: readonly FixEdits[]): Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of groups) {
    const last = taken[taken.length - 1];
    if (!last || last.span.end <= edits[0]!.span.start) taken.push(...edits);
  }
  return taken;
}

/** A clean-up that would have the letter read in another way is kept to the words of its summary and fields, or left undone. */
function withoutHarm(text: string, letters: readonly Letter[], groups: readonly FixEdits[]): ReadonlySet<FixEdits> {
  const harmless = (some: readonly FixEdits[]): boolean => some.length === 0 || sameForm(letters, readLetters(edited(text, apart(some))));
  if (harmless(groups)) return new Set(groups);
  const words = stretchesOfWords(text, letters);
  let at = 0;
  const inWords = groups.filter(({ edits }) => {
    const start = edits[0]!.span.start;
    while (at < words.length && words[at]!.end < start) at += 1;
    const stretch = words[at];
    return stretch !== undefined && stretch.start <= start && edits.at(-1)!.span.end <= stretch.end;
  });
  return new Set(harmless(inWords) ? inWords : []);
}

/** A text with edits made in it, which are in order and apart from each other. */
function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

/** What the setting says of a rule, `undefined` where it says nothing that counts. */
function levelSet(rule: Rule, levels: RuleLevels): Level | 'off' | undefined {
  const wanted = Object.hasOwn(levels, rule.code) ? levels[rule.code] : undefined;
  return wanted === 'off' || LEVELS.some((level) => level === wanted) ? wanted : undefined;
}

/** The lower of a rule's level and an observation's. */
function lower(level: Level, observed: Level = level): Level {
  return LEVELS.indexOf(observed) > LEVELS.indexOf(level) ? observed : level;
}

interface Seen {
  readonly all: readonly Observation[];
  readonly byPlace: ReadonlyMap<string, readonly Observation[]>;
}

const seen = new WeakMap<Letter, WeakMap<Catalogue, Map<string, Seen>>>();

/** What a rule sees in a letter, worked out once: a letter belongs to one version of one text. */
function seenBy(rule: Rule, context: RuleContext): Seen {
  let ofLetter = seen.get(context.letter);
  if (!ofLetter) seen.set(context.letter, (ofLetter = new WeakMap()));
  let byCode = ofLetter.get(context.catalogue);
  if (!byCode) ofLetter.set(context.catalogue, (byCode = new Map()));
  let found = byCode.get(rule.code);
  if (!found) byCode.set(rule.code, (found = indexed(rule.check(context))));
  return found;
}

function indexed(all: readonly Observation[]): Seen {
  const byPlace = new Map<string, Observation[]>();
  for (const observation of all) {
    const key = place(observation);
    const same = byPlace.get(key);
    if (same) same.push(observation);
    else byPlace.set(key, [observation]);
  }
  return { all, byPlace };
}

function place(observation: Observation): string {
  return `${observation.item}:${observation.span.start}:${observation.span.end}`;
}

/** The letter that holds an offset; the end of the text belongs to the last one. */
function letterAt(letters: readonly Letter[], offset: number): Letter | undefined {
  let low = 0;
  let high = letters.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (letters[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  const letter = letters[low];
  return letter && letter.span.start <= offset && offset <= letter.span.end ? letter : undefined;
}
