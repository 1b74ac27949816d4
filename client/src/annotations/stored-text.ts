/** The part of a hash that tells lines apart. */
const BYTES = 8;

/** Hashes of a text's lines, one a line: enough to know the text again, and nothing that could be read. */
export async function lineHashes(text: string): Promise<string> {
  return (await Promise.all(linesOf(text).map(hashOf))).join('\n');
}

/**
 * What a person's file says of which there is a copy in the storage. `here`:
 * the text beside the letter; `kept`: the copy; `from`: the hashes of the
 * lines that the copy was made from. Every annotation is a line, so what is
 * new on either side stands in the result; a line that the copy was made from
 * and has no more was taken out or written anew. Times say nothing: a
 * synchronization brings a file with its old one.
 */
export async function textOfBoth(here: string, kept: string, from: string): Promise<string> {
  const lines = linesOf(here);
  const hashes = await Promise.all(lines.map(hashOf));
  const copied = linesOf(kept);
  const inCopy = new Set(copied);
  const madeFrom = new Set(from.split('\n'));
  const staying = lines.filter((line, index) => inCopy.has(line) || !madeFrom.has(hashes[index]!));
  const known = new Set(staying);
  // In the order of the copy where it knows all that is here.
  const all = staying.every((line) => inCopy.has(line)) ? copied : [...staying, ...copied.filter((line) => !known.has(line))];
  return all.map((line) => `${line}\n`).join('');
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

async function hashOf(line: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(line));
  return Array.from(new Uint8Array(digest, 0, BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
