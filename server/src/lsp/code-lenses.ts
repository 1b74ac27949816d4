import type { CodeLens } from 'vscode-languageserver';
import { itemLenses, type ItemNotes } from '../features/item-lenses';
import type { RuleLevels } from '../rules';
import type { Reading } from './reading';

/** Every VS Code has it; the empty command is how plain text is written above a line. */
const SHOW_PROBLEMS = 'workbench.actions.view.problems';

/** A line above each item; a click on one that tells of findings shows these. `notes`: what people have said about an item, by the letter's index and the item's. */
export function codeLensesOf(reading: Reading, levels: RuleLevels, notes: (letter: number, item: number) => ItemNotes): CodeLens[] {
  const counts = reading.findingCounts(levels);
  return reading.letters.flatMap((letter, index) =>
    itemLenses(reading.text, letter, (item) => counts.visible(index, item), reading.catalogue, (item) => notes(index, item)).map(({ span, title, findings }) => ({
      range: reading.range(span),
      command: { title, command: findings > 0 ? SHOW_PROBLEMS : '' },
    })),
  );
}
