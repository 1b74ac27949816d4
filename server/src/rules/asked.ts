import * as l10n from '@vscode/l10n';
import { FIELD_WORDS } from './fields';
import type { Placeholder } from './insertion';

/** What skeletons, fixes and completions leave to be filled in, in the editor's language. */
export const ASKED_FOR = {
  request: () => l10n.t('requested treatment'),
  states: () => l10n.t('states'),
  specialties: () => l10n.t('specialties'),
  summary: () => l10n.t('clinical case summary'),
  section: () => l10n.t('text of the section'),
  guideline: () => l10n.t('guideline and year'),
  topic: () => l10n.t('section'),
  pages: () => l10n.t('pages'),
  source: () => l10n.t('source, chapter and topic'),
} as const;

/** The same in English, since a letter goes from one person to the next. */
const IN_ENGLISH = ['requested treatment', 'states', 'specialties', 'clinical case summary', 'text of the section', 'guideline and year', 'section', 'pages', 'source, chapter and topic'];

/**
 * A place that the writer fills in. Its brackets stay where nobody does, so
 * that the letter does not seem to say what nobody has said.
 */
export function asked(hint: string): Placeholder {
  return { hint: `[${hint}]`, plain: `[${hint}]` };
}

/** Whether words in brackets are one of these places, not filled in. */
export function isAskedFor(words: string): boolean {
  return IN_ENGLISH.includes(words) || [...Object.values(ASKED_FOR), ...Object.values(FIELD_WORDS).map(({ hint }) => hint)].some((hint) => hint() === words);
}
