/** The encodings that letters come in, as `--encoding` names them. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The text of a file's bytes. Offsets everywhere count UTF-16 code units of
 * this text: a byte order mark is dropped, line ends stay as they are.
 *
 * `encoding` overrides what the bytes say. Never throws on bytes of any kind:
 * what cannot be decoded becomes U+FFFD, and a binary file becomes some text.
 */
export function decodeText(bytes: Uint8Array, encoding: Encoding = encodingOf(bytes)): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

/**
 * What the bytes say: a byte order mark, else the pattern of zeros that ASCII
 * leaves in UTF-16, else UTF-8 where they are valid UTF-8, else Windows-1252.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16ByZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Letters are nearly all ASCII: in UTF-16 nearly every other byte is zero, and in text of other encodings none is. */
function utf16ByZeros(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length >> 1, 2048);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (odd * 2 > pairs && even * 10 < pairs) return 'utf-16le';
  if (even * 2 > pairs && odd * 10 < pairs) return 'utf-16be';
  return null;
}

/** Valid UTF-8, or UTF-8 that was cut off inside its last character. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    // Streaming leaves an unfinished last character undecided instead of calling it an error.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    const last = bytes[bytes.length - 1] ?? 0;
    // A lone accented letter at the very end is more likely Windows-1252 than a cut.
    // eslint-disable-next-line no-control-regex
    return last < 0xc0 || /[^\x00-\x7f]/.test(text);
  } catch {
    return false;
  }
}

/** Windows-1252 for the bytes 0x80 to 0x9f, as the WHATWG encoding standard has it. */
const WINDOWS_1252_C1 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
];

/** By hand, because `TextDecoder('windows-1252')` of some Node 20 and 22 releases decodes Latin-1 instead. */
function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const unit = WINDOWS_1252_C1[byte - 0x80] ?? byte;
    units[2 * i] = unit & 0xff;
    units[2 * i + 1] = unit >> 8;
  }
  return new TextDecoder('utf-16le').decode(units);
}
