import type { Letter } from '../../letter';
import { requestParts, type Conclusion } from './conclusions';
import { valueOf } from './numerals';
import { withoutRegions } from './regions';

/** Words that any request may hold; they name no treatment. */
const GENERAL = new Set(
  'additional another remaining original initial portion eligible request requested session sessions visit visits treatment treatments appointment appointments tablet tablets tabs capsule capsules pill pills patch patches refill refills unit units week weeks month months days hours times time twice once each with without from into were that held back this these those further more continued continue total quantity proposed retrospective left right bilateral both contrast dose spine region'.split(' '),
);

/**
 * True where a conclusion may speak of the item's own request: it says
 * "request", shares a word of four letters or more with the heading, or names no
 * treatment at all ("the ten tablets").
 */
export function mayBeSame(text: string, letter: Letter, { item, subject, named: request }: Conclusion): boolean {
  const of = letter.items[item];
  if (!of) return false;
  if (request) return true;
  const named = namesIn(text.slice(subject.start, subject.end));
  if (named.length === 0) return true;
  const heading = new Set(requestParts(of).flatMap(({ start, end }) => namesIn(text.slice(start, end))));
  return named.some((name) => heading.has(name));
}

function namesIn(words: string): string[] {
  return (withoutRegions(words).toLowerCase().match(/[a-z]{4,}/g) ?? [])
    .filter((word) => !GENERAL.has(word) && Number.isNaN(valueOf(word)))
    .map((word) => word.replace(/(?<=[a-z]{3})s$/, ''));
}
