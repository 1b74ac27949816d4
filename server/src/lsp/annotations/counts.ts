import { parseAnnotationFile } from '../../annotations/annotation-file';
import { commentOf } from '../../annotations/model';
import { threadsOf, type Thread } from '../../annotations/threads';
import type { RuleLevels } from '../../rules';
import type { ItemNotes } from '../../features/item-lenses';
import type { AnnotationSummariesParams, AnnotationSummary } from '../annotation-requests';
import type { Reading } from '../reading';
import type { AnnotatedLetter } from './annotated-letter';
import { ItemRequests } from './item-requests';
import { judgedProposals } from './judged';
import { proposedIn } from './proposals';

/** A thread that people began, with a comment that nobody has resolved, accepted or rejected. */
function isOpenComment({ root, replies, state }: Thread): boolean {
  return root !== null && state.name === 'open' && [root, ...replies].some((said) => commentOf(said) !== '');
}

/** What the files beside some letters say in all. */
export function summaries({ letters }: AnnotationSummariesParams): AnnotationSummary[] {
  return letters.map(({ uri, files }) => {
    const { threads } = threadsOf(files.flatMap(({ text }) => parseAnnotationFile(text).entries));
    return {
      uri,
      annotations: threads.filter(({ root }) => root !== null).length,
      openComments: threads.filter(isOpenComment).length,
      reviewed: threads.filter(({ root, state }) => root === null && state.name !== 'open').length,
    };
  });
}

/** Nobody has said anything. */
export const NO_NOTES: ItemNotes = { annotations: 0, openComments: 0, lost: 0, reviewed: 0, proposals: 0 };

/** What people say about each item of an open letter: by the letter's index and the item's. */
export function itemNotes(letter: AnnotatedLetter, reading: Reading, levels: RuleLevels): (letter: number, item: number) => ItemNotes {
  const notes = new Map<string, { -readonly [Name in keyof ItemNotes]: number }>();
  const of = (letterIndex: number, item: number | null) => {
    const key = `${letterIndex} ${item}`;
    const note = notes.get(key) ?? { ...NO_NOTES };
    notes.set(key, note);
    return note;
  };
  if (letter.said.threads.length > 0) {
    const places = letter.settled(reading);
    const parts = new ItemRequests(reading);
    for (const thread of letter.said.threads) {
      if (thread.root === null) continue;
      const placement = places.at(thread.target);
      const part = 'span' in placement ? parts.at(placement.span) : parts.made(thread.target);
      const note = of(part.letter, part.item);
      note.annotations++;
      if (isOpenComment(thread)) note.openComments++;
      if (!('span' in placement)) note.lost++;
    }
    if (letter.said.threads.some(({ root }) => root === null)) {
      const proposed = proposedIn(reading, levels);
      const judged = new Set([...judgedProposals(letter.said.threads, places, reading, proposed)].flatMap(([{ state }, { id }]) => (state.name === 'open' ? [] : [id])));
      for (const { id, letter: letterIndex, item } of proposed) {
        const note = of(letterIndex, item);
        note.proposals++;
        if (judged.has(id)) note.reviewed++;
      }
    }
  }
  return (letterIndex, item) => notes.get(`${letterIndex} ${item}`) ?? NO_NOTES;
}
