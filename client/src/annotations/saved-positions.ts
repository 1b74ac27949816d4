import type { AnnotationFileText } from '../../../server/src/lsp/annotation-requests';

/** A letter that was saved, and what the positions in it are written with. */
export interface SavedLetter {
  /** Its text; `undefined` while it is not that of its file. */
  savedText(): string | undefined;
  /** Reads the files, and sends them where the server has others. */
  sendIfChanged(): Promise<void>;
  send(): Promise<void>;
  /** The person's file with the positions of the saved text; the server goes by it from then on. */
  positions(): Promise<AnnotationFileText | null | undefined>;
  /** Writes the file. */
  write(file: AnnotationFileText, text: string): Promise<void>;
}

/** Writes one's own positions in a letter that was saved; other people's files are theirs. */
export async function savePositions(letter: SavedLetter): Promise<void> {
  await letter.sendIfChanged();
  const text = letter.savedText();
  // It was changed again meanwhile; the next save comes.
  if (text === undefined) return;
  const file = await letter.positions();
  if (file == null) return;
  if (letter.savedText() === text) return letter.write(file, text);
  // The server takes the file for written; told the truth it does not refuse what is said next.
  await letter.send();
}
