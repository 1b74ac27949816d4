import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText, encodingOf } from '../../server/src/corpus/decode';
import type { Encoding } from '../../server/src/corpus/decode';
import { stride } from '../thorough';

const TEXT = 'Case Number: CM16-0000001\r\nMRI of the left knee – the worker’s: Upheld\n\fNo.';

function utf16(text: string, littleEndian: boolean): number[] {
  return [...text].flatMap((character) => {
    const unit = character.charCodeAt(0);
    return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  });
}

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const latin = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

function check(name: string, bytes: readonly number[], encoding: Encoding, text: string): void {
  it(name, () => {
    const array = Uint8Array.from(bytes);
    assert.equal(encodingOf(array), encoding);
    assert.equal(decodeText(array), text);
  });
}

describe('decoding by what the bytes say', () => {
  check('nothing at all', [], 'utf-8', '');
  check('ASCII, line ends as they are', utf8('a\r\nb\rc\n'), 'utf-8', 'a\r\nb\rc\n');
  check('UTF-8', utf8(TEXT), 'utf-8', TEXT);
  check('UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8(TEXT)], 'utf-8', TEXT);
  check('only the first byte order mark is one', [0xef, 0xbb, 0xbf, ...utf8('\ufeffa')], 'utf-8', '\ufeffa');
  check('UTF-8 beyond the first plane', utf8('a😀b'), 'utf-8', 'a😀b');
  check('UTF-8 cut off inside a character', utf8(`${TEXT} ’`).slice(0, -1), 'utf-8', `${TEXT} \ufffd`);
  check('a marked UTF-8 file with a broken byte', [0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62], 'utf-8', 'a\ufffdb');
  check('UTF-16 LE with a mark', [0xff, 0xfe, ...utf16(TEXT, true)], 'utf-16le', TEXT);
  check('UTF-16 BE with a mark', [0xfe, 0xff, ...utf16(TEXT, false)], 'utf-16be', TEXT);
  check('UTF-16 LE by its zeros', utf16(TEXT, true), 'utf-16le', TEXT);
  check('UTF-16 BE by its zeros', utf16(TEXT, false), 'utf-16be', TEXT);
  check('UTF-16 LE cut off inside a unit', [0xff, 0xfe, ...utf16('ab', true), 0x63], 'utf-16le', 'ab\ufffd');
  check('Windows-1252', latin('worker\u0092s \u0096 98\u00b0 \u0080'), 'windows-1252', 'worker’s – 98° €');
  check('Windows-1252, the five bytes without a character', [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x92], 'windows-1252', '\u0081\u008d\u008f\u0090\u009d’');
  check('Windows-1252 whose last byte is an accented letter', latin('Jos\u00e9'), 'windows-1252', 'José');
  check('zeros here and there are no UTF-16', utf8('a\0b\0cdefghijklmnop'), 'utf-8', 'a\0b\0cdefghijklmnop');
});

describe('decoding by --encoding', () => {
  const cases: readonly [Encoding, readonly number[], string][] = [
    ['utf-8', [0x61, 0xff], 'a\ufffd'],
    ['utf-8', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['utf-16le', [0xff, 0xfe, 0x19, 0x20], '’'],
    ['utf-16le', [0x19, 0x20], '’'],
    ['utf-16be', [0xfe, 0xff, 0x20, 0x19], '’'],
    ['windows-1252', utf8('’'), 'â€™'],
  ];
  for (const [encoding, bytes, text] of cases) {
    it(`${encoding}: ${bytes.join(' ')}`, () => assert.equal(decodeText(Uint8Array.from(bytes), encoding), text));
  }
});

it('every byte pair decodes to some text', () => {
  for (let pair = 0; pair < 0x10000; pair += stride(1)) {
    assert.equal(typeof decodeText(Uint8Array.of(pair >> 8, pair & 0xff)), 'string');
  }
});
