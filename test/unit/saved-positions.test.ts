import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savePositions, type SavedLetter } from '../../client/src/annotations/saved-positions';
import type { AnnotationFileText } from '../../server/src/lsp/annotation-requests';

const FILE: AnnotationFileText = { name: 'letter.txt.Ada.anno.jsonl', text: 'moved' };

interface Case {
  readonly name: string;
  /** The letter's text each time it is asked for; `undefined` while it is changed and not saved. */
  readonly texts: readonly (string | undefined)[];
  readonly answer?: AnnotationFileText | null;
  readonly done: readonly string[];
}

function check({ name, texts, answer = FILE, done }: Case): void {
  test(`positions of a saved letter: ${name}`, async () => {
    const calls: string[] = [];
    const left = [...texts];
    const letter: SavedLetter = {
      savedText: () => left.shift(),
      sendIfChanged: async () => void calls.push('files'),
      send: async () => void calls.push('files again'),
      positions: async () => (calls.push('positions'), answer),
      write: async ({ name }, text) => void calls.push(`${name} for ${text}`),
    };
    await savePositions(letter);
    assert.deepEqual(calls, done);
  });
}

check({ name: 'are written', texts: ['A', 'A'], done: ['files', 'positions', `${FILE.name} for A`] });
check({ name: 'where nothing has moved, nothing is written', texts: ['A', 'A'], answer: null, done: ['files', 'positions'] });
check({ name: 'changed again before they are asked for', texts: [undefined], done: ['files'] });
check({ name: 'changed again before the answer: the server is told what the files hold', texts: ['A', undefined], done: ['files', 'positions', 'files again'] });
check({ name: 'saved again before the answer: the server is told what the files hold', texts: ['A', 'B'], done: ['files', 'positions', 'files again'] });
