// An esbuild plugin for data files: tables that repeat their column names in every row are bundled without the
// repetition and put together again when the bundle loads. What a module imports is the same as without it.
import { readFile } from 'node:fs/promises';

/** Strings that stand this often, and are this long, are written once. */
const OFTEN = 3;
const LONG = 9;

/** @param {RegExp} filter which files */
export function compactJson(filter) {
  return {
    name: 'compact-json',
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => ({ contents: compact(JSON.parse(await readFile(path, 'utf8'))), loader: 'js' }));
    },
  };
}

/** The source of a module whose default export is `value`, any JSON value. */
export function compact(value) {
  const counts = new Map();
  count(value, counts);
  const names = new Map();
  for (const [text, times] of counts) if (times >= OFTEN && text.length >= LONG) names.set(text, `s${names.size}`);
  const strings = [...names].map(([text, name]) => `${name}=${JSON.stringify(text)}`);
  return [
    // A hole in a row is a property that the object does not have.
    'const table=(keys,rows)=>rows.map(row=>{const object={};keys.forEach((key,i)=>{if(i in row)object[key]=row[i]});return object});',
    strings.length > 0 ? `const ${strings.join(',')};` : '',
    `export default ${code(value, names)};`,
  ].join('\n');
}

function count(value, counts) {
  if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  else if (Array.isArray(value)) value.forEach((item) => count(item, counts));
  else if (isObject(value)) Object.values(value).forEach((item) => count(item, counts));
}

function code(value, names) {
  if (typeof value === 'string') return names.get(value) ?? JSON.stringify(value);
  if (Array.isArray(value)) return value.length > 1 && value.every(isObject) ? table(value, names) : `[${value.map((item) => code(item, names)).join(',')}]`;
  if (isObject(value)) return `{${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${code(item, names)}`).join(',')}}`;
  return JSON.stringify(value);
}

function table(rows, names) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => {
    const cells = keys.map((key) => (Object.hasOwn(row, key) ? code(row[key], names) : ''));
    while (cells.at(-1) === '') cells.pop();
    return `[${cells.join(',')}]`;
  });
  return `table([${keys.map((key) => JSON.stringify(key)).join(',')}],[${lines.join(',')}])`;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
