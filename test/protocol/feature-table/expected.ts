import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'test/protocol/feature-table/expected';

/** Layout → feature → the lines that a person gets to see; one file a layout, read and judged by people before it is written. */
export const EXPECTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [path.basename(file, '.json'), JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Record<string, string[]>]),
);
