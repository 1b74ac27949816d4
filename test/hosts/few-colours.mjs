import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST = 256;
/** Colours of whole areas; they stay exactly as they are. */
const EXACT = 128;

/**
 * A PNG as a browser writes it (8 bits per channel, not interlaced) as one with a palette
 * of at most 256 colours, a third of the size for a picture of a screen. Transparency is
 * dropped. Throws on any other PNG.
 */
export function fewColours(png) {
  const { width, height, colours } = pixelsOf(png);
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = paletteOf(counts);
  const index = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = index.get(colours[y * width + x]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits per pixel, each the number of a colour.
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', table), chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Older releases of Node 20 have none. */
function checksum(bytes) {
  if (crc32 !== undefined) return crc32(bytes);
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Each pixel as one number, red first. */
function pixelsOf(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG.');
  const data = [];
  let header;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('This PNG is not one of 8 bits per channel without interlacing.');
  const bytes = unfiltered(inflateSync(Buffer.concat(data)), height, width * channels, channels);
  const colours = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    const at = pixel * channels;
    colours[pixel] = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  }
  return { width, height, colours };
}

/** Undoes the filter of each line (PNG specification, section 9). */
function unfiltered(raw, height, stride, channels) {
  const out = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? out[y * stride + x - channels] : 0;
      const up = y > 0 ? out[(y - 1) * stride + x] : 0;
      const upLeft = x >= channels && y > 0 ? out[(y - 1) * stride + x - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter];
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left, up, upLeft) {
  const guess = left + up - upLeft;
  const [a, b, c] = [left, up, upLeft].map((one) => Math.abs(guess - one));
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
}

/** The commonest colours as they are, and the averages of boxes of the others, halved at the median. */
function paletteOf(counts) {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  if (sorted.length <= MOST) return sorted.map(([colour]) => colour);
  const exact = sorted.slice(0, EXACT).map(([colour]) => colour);
  let boxes = [boxOf(sorted.slice(EXACT))];
  while (boxes.length < MOST - EXACT) {
    const widest = boxes.reduce((best, box) => (box.spread * box.weight > best.spread * best.weight ? box : best));
    if (widest.spread === 0) break;
    boxes = boxes.flatMap((box) => (box === widest ? halves(box) : box));
  }
  return [...exact, ...boxes.map(average)];
}

const SHIFTS = [16, 8, 0];

function boxOf(entries) {
  const spreads = SHIFTS.map((shift) => {
    const values = entries.map(([colour]) => (colour >> shift) & 255);
    return values.reduce((most, value) => Math.max(most, value), 0) - values.reduce((least, value) => Math.min(least, value), 255);
  });
  const spread = Math.max(...spreads);
  return { entries, spread, shift: SHIFTS[spreads.indexOf(spread)], weight: Math.sqrt(entries.reduce((sum, [, count]) => sum + count, 0)) };
}

function halves({ entries, shift }) {
  const sorted = [...entries].sort(([a], [b]) => ((a >> shift) & 255) - ((b >> shift) & 255));
  const half = sorted.reduce((sum, [, count]) => sum + count, 0) / 2;
  let sum = 0;
  const found = sorted.findIndex(([, count]) => (sum += count) >= half);
  const at = Math.min(Math.max(found, 1), sorted.length - 1);
  return [boxOf(sorted.slice(0, at)), boxOf(sorted.slice(at))];
}

function average({ entries }) {
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  return SHIFTS.reduce((colour, shift) => colour | (Math.round(entries.reduce((sum, [one, count]) => sum + ((one >> shift) & 255) * count, 0) / total) << shift), 0);
}

function nearest(palette, colour) {
  let best = 0;
  let least = Infinity;
  palette.forEach((one, index) => {
    const distance = SHIFTS.reduce((sum, shift) => sum + (((one >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}
