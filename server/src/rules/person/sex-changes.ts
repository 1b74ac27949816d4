import * as l10n from '@vscode/l10n';
import type { Letter } from '../../letter';
import type { Fix, Observation, Rule, RuleContext } from '../rule';
import { toldLetter } from './told-letter';
import { pronounsOf, sexNounsOf, type Said, type Sex } from './worker';

/** The worker is called male in one place and female in another. */
export const sexChanges: Rule = {
  code: 'sex-changes',
  title: 'The worker’s sex changes',
  level: 'warning',
  why: 'A worker who is “he” in the summary and “she” in a rationale makes the reader doubt that the reviewer read this file. Most often a passage was taken over from another person’s letter.',
  source: 'Observed in letters: every letter names the sex beside the age, and what can only mean the worker agrees with it, in 45 of 45.',
  marks:
    'In the clinical case summary or in a rationale:\n\n- The **noun** that differs (*male, female, man, woman, gentleman, lady*), at the level of the rule. It counts where it is said of the worker: up to five words behind an age (“56-year-old right-handed female”), behind *patient, injured worker, worker, applicant, claimant* or *employee* with *is a* or *was a*, behind “This” at the beginning (“This gentleman”, “This pleasant woman”), or as “the male patient”, “this female worker”. The sex that stands most often counts as right; where both stand equally often, the one that the pronouns bear out, or else the first in the letter.\n- A **pronoun** (*he, him, his, himself, she, her, hers, herself*) or *Mr., Mrs., Ms.* of the other sex, as a hint, once in the summary and once in each rationale. It counts where only the worker can be meant: its sentence names nobody else (no provider, doctor, reviewer, relative, administrator …) and names the worker before the pronoun; or the sentence before names nobody else and the sentence begins with the pronoun, or names no worker itself while the sentence before does.\n- The noun itself, as a hint, where it stands once and two or more such pronouns, one of them in the noun’s own passage, are all of the other sex; the pronouns are not marked then.\n\nNot marked: a noun with a relative or another person (*son, wife, coworker, driver …*) up to 40 characters before or 20 behind it; the sex of somebody by, with or to whom something is done, or of a provider (“struck by a 30 year old man”, “a 60 year old male psychiatrist”); *he/she*, *his/her*, *he or she*; sentences on *patients, individuals, adults, people, studies, trials*; letters that do not name the sex by a noun.',
  examples: {
    wrong: [
      { title: 'Another noun in the rationale', text: toldLetter('The patient is a 56-year-old female who twisted the left knee on a ladder.', 'The patient is a 56-year-old man whose knee is stable.') },
      { title: 'Another pronoun', text: toldLetter('The patient is a 56-year-old female who twisted the left knee on a ladder.', 'The patient reported that his knee was stable.') },
    ],
    right: [{ title: 'The pronoun of somebody else', text: toldLetter('The patient is a 56-year-old female who twisted the left knee on a ladder. The treating physician repeated his request.') }],
  },
  check: ({ text, letter }) =>
    contradictions(text, letter).map(({ said, right, hint }): Observation => ({
      span: said.span,
      message: l10n.t('The worker is “{0}” here and “{1}” elsewhere.', written(text, said), written(text, right)),
      item: said.item,
      ...(hint ? { level: 'hint' } : {}),
      related: [{ span: right.span, message: l10n.t('Here it is “{0}”.', written(text, right)) }],
    })),
  fixes({ text, letter }: RuleContext, { span }): Fix[] {
    const found = contradictions(text, letter).find(({ said }) => said.span.start === span.start);
    if (found === undefined) return [];
    return counterparts(written(text, found.said)).map((word): Fix => ({ title: l10n.t('Write “{0}” here', word), edits: [{ span, newText: word }] }));
  },
};

interface Contradiction {
  readonly said: Said<Sex>;
  readonly right: Said<Sex>;
  readonly hint: boolean;
}

function contradictions(text: string, letter: Letter): Contradiction[] {
  const nouns = sexNounsOf(text, letter);
  const [first] = nouns;
  if (first === undefined) return [];
  const pronouns = pronounsOf(text, letter);
  const [same, others] = [nouns.filter(({ value }) => value === first.value), nouns.filter(({ value }) => value !== first.value)];
  const bearing = (sex: Sex): number => pronouns.filter(({ value }) => value === sex).length;
  const otherIsRight = others[0] !== undefined && (others.length > same.length || (others.length === same.length && bearing(others[0].value) > bearing(first.value)));
  const right = otherIsRight ? others[0]! : first;
  const wrongNouns = otherIsRight ? same : others;
  const against = pronouns.filter(({ value }) => value !== right.value);
  if (nouns.length === 1 && against.length >= 2 && against.length === pronouns.length && against.some(({ item }) => item === first.item)) return [{ said: first, right: against[0]!, hint: true }];
  const told = new Set<number | null>();
  const firstOfPassage = against.filter(({ item }) => !told.has(item) && told.add(item));
  return [...wrongNouns.map((said) => ({ said, right, hint: false })), ...firstOfPassage.map((said) => ({ said, right, hint: true }))];
}

function written(text: string, { span }: Said<Sex>): string {
  return text.slice(span.start, span.end);
}

const COUNTERPARTS: Readonly<Record<string, readonly string[]>> = {
  male: ['female'],
  female: ['male'],
  man: ['woman'],
  woman: ['man'],
  gentleman: ['lady'],
  lady: ['gentleman'],
  he: ['she'],
  she: ['he'],
  him: ['her'],
  his: ['her', 'hers'],
  her: ['his', 'him'],
  hers: ['his'],
  himself: ['herself'],
  herself: ['himself'],
  mr: ['Ms'],
  mrs: ['Mr'],
  ms: ['Mr'],
};

/** The same word for the other sex, capitals as they are; several where grammar decides. */
function counterparts(word: string): readonly string[] {
  const words = Object.hasOwn(COUNTERPARTS, word.toLowerCase()) ? COUNTERPARTS[word.toLowerCase()]! : [];
  if (word.length > 1 && word === word.toUpperCase()) return words.map((each) => each.toUpperCase());
  return /^[A-Z]/.test(word) ? words.map((each) => each.charAt(0).toUpperCase() + each.slice(1)) : words;
}
