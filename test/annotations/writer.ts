// Adds one annotation after another to a file until it is killed, and says each id when it is safely written.
// It does little else than write, so that a kill at any moment is likely to fall into a write.
//
//   node writer.cjs <file> <first number> [plain]     (plain: as a careless program would write, for comparison)
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { annotationLine } from '../../server/src/annotations/annotation-line';
import { writeWhole } from '../../client/src/write-whole.node';
import { plain } from '../unit/annotations-made-up';

const [file = '', first = '0', how = 'whole'] = process.argv.slice(2);

async function main(): Promise<void> {
  let text = readFileSync(file, 'utf8');
  for (let number = Number(first); ; number++) {
    // Sorted behind all that are there.
    const id = `urn:uuid:z${String(number).padStart(8, '0')}`;
    text += `${annotationLine(plain(id))}\n`;
    if (how === 'plain') writeFileSync(file, text);
    else await writeWhole(file, text);
    writeSync(1, `${id}\n`);
  }
}

void main();
