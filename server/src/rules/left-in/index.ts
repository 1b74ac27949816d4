import type { Rule } from '../rule';
import { placeholder } from './placeholder';
import { rationaleOfAnotherItem } from './rationale-of-another-item';
import { repeatedLine } from './repeated-line';
import { repeatedParagraph } from './repeated-paragraph';
import { unfinishedSentence } from './unfinished-sentence';

/** What a draft leaves behind. */
export const LEFT_IN_RULES: readonly Rule[] = [placeholder, unfinishedSentence, repeatedLine, repeatedParagraph, rationaleOfAnotherItem];
