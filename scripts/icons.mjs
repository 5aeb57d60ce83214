// Draws the add-in's icons: a balance on a rounded square. Run: node scripts/icons.mjs
import { mkdirSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const SIZES = [16, 32, 64, 80, 128];
const GROUND = [15, 108, 189];
const INK = [255, 255, 255];
/** Samples per pixel and axis: smooth edges without an image library. */
const SAMPLES = 6;

// Shapes in a square from 0 to 1.
const inBox = (x, y, left, top, right, bottom) => x >= left && x <= right && y >= top && y <= bottom;

function inGround(x, y) {
  const radius = 0.2;
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

const inPan = (x, y, middle) => y >= 0.5 && (x - middle) ** 2 + (y - 0.5) ** 2 <= 0.16 ** 2;

function inBalance(x, y) {
  return (
    inBox(x, y, 0.46, 0.18, 0.54, 0.8) || // post
    inBox(x, y, 0.18, 0.26, 0.82, 0.34) || // beam
    inBox(x, y, 0.3, 0.76, 0.7, 0.84) || // foot
    inBox(x, y, 0.235, 0.3, 0.285, 0.52) || // cords
    inBox(x, y, 0.715, 0.3, 0.765, 0.52) ||
    inPan(x, y, 0.26) ||
    inPan(x, y, 0.74)
  );
}

function pixel(column, row, size) {
  let ground = 0;
  let ink = 0;
  for (let i = 0; i < SAMPLES; i++) {
    for (let j = 0; j < SAMPLES; j++) {
      const x = (column + (i + 0.5) / SAMPLES) / size;
      const y = (row + (j + 0.5) / SAMPLES) / size;
      if (!inGround(x, y)) continue;
      ground += 1;
      if (inBalance(x, y)) ink += 1;
    }
  }
  const share = ground === 0 ? 0 : ink / ground;
  const colour = GROUND.map((value, i) => Math.round(value + (INK[i] - value) * share));
  return [...colour, Math.round((255 * ground) / SAMPLES ** 2)];
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // 8 bits, RGBA
  const rows = Array.from({ length: size }, (_, row) => [
    0, // no filter
    ...Array.from({ length: size }, (_, column) => pixel(column, row, size)).flat(),
  ]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

mkdirSync("assets/icons", { recursive: true });
for (const size of SIZES) writeFileSync(`assets/icons/icon-${size}.png`, png(size));
