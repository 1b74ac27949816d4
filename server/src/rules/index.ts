import type { Letter } from '../letter';
import { duplicateField } from './duplicate-field';
import { emptyClaimsAdministratorGuideline } from './empty-claims-administrator-guideline';
import { emptyDecision } from './empty-decision';
import { emptyRationale } from './empty-rationale';
import { emptyReviewerGuideline } from './empty-reviewer-guideline';
import { fieldOutOfOrder } from './field-out-of-order';
import { issuesWithoutItems } from './issues-without-items';
import { missingClaimsAdministratorGuideline } from './missing-claims-administrator-guideline';
import { missingDecision } from './missing-decision';
import { missingRationale } from './missing-rationale';
import { missingReviewerGuideline } from './missing-reviewer-guideline';
import { missingSection } from './missing-section';
import { misspeltDecision } from './misspelt-decision';
import { misspeltLabel } from './misspelt-label';
import { LEVELS } from './rule';
import type { Edit, Finding, Fix, Level, Observation, Rule, RuleLevels } from './rule';

export * from './rule';

/** All rules, in the order in which findings at the same place are listed. */
export const RULES: readonly Rule[] = [
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

/**
 * The findings of one letter in text order. `levels` overrides the rules' own
 * levels; `off` silences a rule; codes and levels that do not exist are ignored.
 * `item` counts from zero within the letter.
 */
export function checkLetter(text: string, letter: Letter, levels: RuleLevels = {}): Finding[] {
  const findings = RULES.flatMap((rule) => {
    const level = levelOf(rule, levels);
    if (level === 'off') return [];
    return seenBy(rule, text, letter).all.map((observation): Finding => ({ ...observation, code: rule.code, level }));
  });
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The findings of all letters of a text, in text order; the letters are in text order too. */
export function checkLetters(text: string, letters: readonly Letter[], levels: RuleLevels = {}): Finding[] {
  return letters.flatMap((letter) => checkLetter(text, letter, levels));
}

/**
 * The fixes of a finding, best first. The finding may come from an earlier
 * version of the text or from a client: it is looked up again in the letter at
 * its span, and one that is no longer there has no fixes.
 */
export function fixesOf(text: string, letters: readonly Letter[], finding: Finding): Fix[] {
  const letter = letterAt(letters, finding.span.start);
  const rule = RULES.find((candidate) => candidate.code === finding.code);
  if (!letter || !rule) return [];
  const same = seenBy(rule, text, letter).byPlace.get(place(finding)) ?? [];
  const current = same.find((candidate) => candidate.message === finding.message) ?? same[0];
  if (!current) return [];
  return rule.fixes({ text, letter }, { ...current, code: rule.code, level: finding.level });
}

/**
 * The edits that `source.fixAll` may make: of each finding its first fix that
 * cannot change what the letter says. The edits do not overlap; a fix that
 * would touch another one's place waits for the next run.
 */
export function safeFixes(text: string, letters: readonly Letter[], findings: readonly Finding[]): Edit[] {
  const groups = findings
    .filter(({ code }) => RULES.some((rule) => rule.code === code && rule.mayBeSafe))
    .map((finding) => fixesOf(text, letters, finding).find((fix) => fix.safe)?.edits ?? [])
    .filter((edits) => edits.length > 0)
    .map((edits) => [...edits].sort((a, b) => a.span.start - b.span.start))
    .sort((a, b) => a[0]!.span.start - b[0]!.span.start);
  const taken: Edit[] = [];
  for (const edits of groups) {
    const last = taken[taken.length - 1];
    if (!last || last.span.end <= edits[0]!.span.start) taken.push(...edits);
  }
  return taken;
}

function levelOf(rule: Rule, levels: RuleLevels): Level | 'off' {
  const wanted = Object.hasOwn(levels, rule.code) ? levels[rule.code] : undefined;
  return wanted === 'off' || LEVELS.some((level) => level === wanted) ? wanted! : rule.level;
}

interface Seen {
  readonly all: readonly Observation[];
  readonly byPlace: ReadonlyMap<string, readonly Observation[]>;
}

const seen = new WeakMap<Letter, Map<string, Seen>>();

/** What a rule sees in a letter, worked out once: a letter belongs to one version of one text. */
function seenBy(rule: Rule, text: string, letter: Letter): Seen {
  let ofLetter = seen.get(letter);
  if (!ofLetter) seen.set(letter, (ofLetter = new Map()));
  let found = ofLetter.get(rule.code);
  if (!found) ofLetter.set(rule.code, (found = indexed(rule.check({ text, letter }))));
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
